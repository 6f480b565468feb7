export const settings = {
  title: 'Settings',
  onlyAdmins: 'Only an admin may change these settings.',
  save: 'Save settings',
  saved: 'Saved, and in force.',
  groups: {
    who: 'Who may comment, and until when',
    form: 'The form',
    threads: 'Threads',
    waits: 'Who waits for an editor',
    floods: 'Floods',
    mails: 'Mails',
  },
  /** By the names of the settings. */
  fields: {
    commenting: {
      label: 'Comments',
      choices: { everyone: 'Everyone may comment', nobody: 'Nobody may comment, on any chapter' },
    },
    closeAfterDays: { label: 'Close a chapter after days', hint: '0: never' },
    editMinutes: {
      label: 'Minutes in which commenters may change their text',
      hint: 'Later, what was published waits for an editor again. 0: no changes at all',
    },
    nameAndEmailRequired: { label: 'Name and email are required' },
    websiteField: { label: 'Ask for a website' },
    consentBox: {
      label: 'Offer to remember name, email and website',
      hint: 'In the reader’s own browser, and nowhere else.',
    },
    threadDepth: { label: 'Replies inside each other, levels', hint: '1: no replies' },
    order: { label: 'Order', choices: { 'oldest first': 'Oldest first', 'newest first': 'Newest first' } },
    pageSize: { label: 'Comments on a page' },
    firstPage: {
      label: 'Below the chapter',
      choices: { oldest: 'The first page of comments', newest: 'The newest page of comments' },
    },
    avatars: {
      label: 'Pictures beside names',
      hint: 'Made here from the name; nothing is fetched from anywhere.',
      choices: { initials: 'Initials', pattern: 'A pattern', none: 'None' },
    },
    hold: {
      label: 'Before a comment appears',
      hint: 'Spam, words on your lists, floods and names like the staff’s wait in any case.',
      choices: {
        everybody: 'Every comment waits',
        'first-timers': 'Those wait whose name and email have not been approved before',
        nobody: 'Nobody waits',
      },
    },
    linksToHold: { label: 'Links that make a comment wait', hint: '0: any number is fine' },
    gapSeconds: {
      label: 'Seconds between two comments',
      hint: 'From one address. By one email from several, they wait for an editor. 0: no pause',
    },
    mostInTenMinutes: {
      label: 'Comments in ten minutes',
      hint: 'From one address. By one email from several, more than that wait for an editor.',
    },
    chapterHoldsAt: { label: 'A minute on one chapter: more wait' },
    siteHoldsAt: { label: 'A minute on the site: more wait' },
    siteRefusesAt: { label: 'A minute on the site: more are refused' },
    noticesTo: {
      label: 'Tell of comments',
      choices: {
        nobody: 'Nobody',
        writer: 'Whoever wrote the chapter',
        admins: 'The admins',
        'admins and writer': 'The admins and whoever wrote the chapter',
        'all staff': 'Admins and editors',
      },
    },
    noticesOf: {
      label: 'Of which comments',
      hint: 'Never of spam; each person once for each comment, and once more when a published one was changed.',
      choices: {
        'what waits': 'Of those that wait for an editor',
        'every comment': 'Of those that are published at once, too',
      },
    },
    mailsToCommenters: {
      label: 'Commenters may ask to be told',
      hint: 'When theirs is published, and of replies; the address is confirmed first.',
    },
  },
  closed: {
    title: 'Chapters closed for comments',
    find: 'Chapter',
    findHint: 'Words of its title or of its series. Choose it below.',
    noneFits: 'No chapter fits.',
    found: 'Chapters that fit',
    none: 'No chapter is closed by itself.',
    closed: 'Closed chapters',
    more: 'These are the newest {count, number}; more are closed. Find one above to open it.',
    open: 'Open',
    close: 'Close for comments',
    opened: 'Open again.',
    hasClosed: 'Closed.',
  },
}

export type SettingsWords = typeof settings
