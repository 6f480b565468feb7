export const statistics = {
  title: 'Statistics',
  intro:
    'What readers sent, and what became of it. Comments that the staff wrote themselves are not counted.',
  days: 'Time',
  span: '{days, plural, one {# day} other {# days}}',
  language: 'Language of the chapter',
  everyLanguage: 'Every language',
  show: 'Show',
  /** Above the pictures. */
  sums: {
    sent: 'Comments',
    spam: 'Spam among them',
    pending: 'Still waiting',
    median: 'Usual wait for a person',
    ninth: 'Nine of ten within',
    unknown: 'none yet',
  },
  numbers: 'The numbers',
  export: 'Download as CSV',
  nothing: 'Nothing has happened in this time.',
  drawing: '{title}. The same numbers are in the table below.',
  sheets: {
    days: {
      title: 'Comments by day',
      note: 'By the day on which they were sent, and by what has become of them. Days are those of your time zone.',
      halfHour:
        'Your clocks differ from UTC by a part of an hour. Counts are kept for hours of UTC, so what was sent in the first minutes of a day may stand with the day before.',
    },
    hours: {
      title: 'By hour of the day',
      note: 'When comments were sent and when people decided, by the clocks of your time zone.',
    },
    waits: {
      title: 'Time to decision',
      note: 'How long comments had waited when a person first decided about them, since they were sent or a rule left them waiting. Days here and below are those of UTC.',
      upTo: 'up to {time}',
      longer: 'longer',
    },
    waited: {
      title: 'Time to decision by rule and checker',
      note: 'By the rule that had held them, and by the checker that had been asked. Medians are known to within a fifth.',
    },
    people: {
      title: 'Decisions by person',
      note: 'Each with their own time to decision.',
      own: 'You see yourself, and all others together.',
    },
    rules: {
      title: 'Decisions by rule',
      note: 'What the site’s own rules decided before anybody had seen it.',
    },
    opinions: {
      title: 'What people overruled',
      note: 'What checkers and rules said of the comments sent in this time, and what people made of them. The trash says nothing about spam, and counts for neither side.',
    },
  },
  columns: {
    day: 'Day',
    hour: 'Hour',
    sent: 'Sent',
    spamShare: 'Share of spam',
    decided: 'Decided by people',
    wait: 'Waited',
    comments: 'Comments',
    who: 'Person',
    heldBy: 'Rule or checker',
    rule: 'Rule',
    source: 'Who said it',
    all: 'Decisions',
    undone: 'Undone',
    median: 'Median',
    ninth: 'Nine of ten within',
    waits: 'First decisions',
    right: 'Spam, and it was',
    wrong: 'Spam, and people approved it',
    missed: 'No spam, and people said spam',
    passed: 'No spam, and people approved it',
    trashed: 'In the trash',
    unseen: 'Nobody has decided',
    unknown: 'Could not tell',
    precision: 'Precision',
    recall: 'Recall',
  },
  /** In files: what a number is in. */
  inSeconds: '{name} (seconds)',
  you: 'You',
  others: 'All others',
  gone: 'Somebody who no longer works here',
  noRule: 'No rule',
  noChecker: 'No checker',
  checker: 'Checker: {name}',
  /** What the last two columns mean. */
  precise:
    'Precision: of what it spoke against and people decided, how much was spam to them. Recall: of what was spam to people, how much it had spoken against.',
}

export type StatisticsWords = typeof statistics
