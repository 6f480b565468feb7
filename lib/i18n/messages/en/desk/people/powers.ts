export const powers = {
  title: 'What each role may do',
  intro: 'This is the policy that the site goes by: every button and every page asks it.',
  power: 'Power',
  yes: 'Yes',
  no: 'No',
  powers: {
    'moderate comments': 'Moderate comments',
    'delete comments': 'Delete comments for good',
    'make standing rules': 'Make standing rules',
    'write chapters': 'Write and translate',
    'publish chapters': 'Publish',
    'manage people': 'Manage people',
    'change settings': 'Change settings',
    'read the audit': 'Read the audit',
    'read statistics': 'Read statistics',
    'change own account': 'Change one’s own account',
  },
  /** What a power is over. */
  over: {
    comments: 'Comments, with what their authors say of themselves',
    wordRules: 'Word lists',
    standingRules: 'Whose comments are always held or refused, and where from',
    drafts: 'Drafts of every chapter, in every language',
    pictures: 'Pictures',
    publications: 'What readers see, since when and under which address',
    rankings: 'Rankings',
    people: 'The staff, their roles and their links',
    settings: 'Settings of the discussion',
    audit: 'Who did what: every entry, and where it came from',
    statistics: 'Figures of comments and decisions; each person’s own only for who manages people',
    ownAccount: 'Own name, language and time zone',
  },
}

export type PowersWords = typeof powers
