export const people = {
  title: 'People',
  staff: 'Staff',
  you: 'You',
  roles: { writer: 'Writer', editor: 'Editor', admin: 'Admin' },
  disabled: 'Disabled',
  noPassword: 'No password yet',
  disabledSince: 'disabled since {time}',
  linkUntil: 'link works until {time}',
  neverSeen: 'never signed in',
  lastSeen: 'last seen {time}',
  allLanguages: 'moderates all languages',
  someLanguages: 'moderates {languages}',
  /** Below what is done every day: what is done seldom, for one person. */
  more: {
    title: 'More<hidden> about {name}</hidden>',
    languages: 'Moderates comments in',
    languagesHint: 'None ticked: all languages.',
    sure: 'Remove for good: sign-in, password and address of {name} go, their name stays on what they wrote. It cannot be undone.',
  },
  /** On the buttons beside a person; their name is read out with it. */
  deeds: {
    'make admin': 'Make admin<hidden> ({name})</hidden>',
    'make editor': 'Make editor<hidden> ({name})</hidden>',
    'make writer': 'Make writer<hidden> ({name})</hidden>',
    link: 'New link<hidden> ({name})</hidden>',
    disable: 'Disable<hidden> ({name})</hidden>',
    enable: 'Enable<hidden> ({name})</hidden>',
    'end sessions': 'End all sessions<hidden> ({name})</hidden>',
    'set languages': 'Save languages<hidden> ({name})</hidden>',
    remove: 'Remove<hidden> ({name})</hidden>',
  },
  happened: {
    add: '{name} was added.',
    link: '{name} has a new link.',
    'make admin': '{name} is an admin now.',
    'make editor': '{name} is an editor now.',
    'make writer': '{name} is a writer now.',
    disable: '{name} is disabled: their sessions have ended and they cannot sign in.',
    enable: '{name} can sign in again.',
    'end sessions': 'All sessions of {name} have ended.',
    'set languages': 'The languages of {name} have been saved.',
    remove: '{name} was removed. What they wrote stays under their name.',
  },
  add: {
    title: 'Add a person',
    intro:
      'They set a password by a link, which works once, for a week. It is mailed to them where this site sends e-mail, and you can copy it.',
    name: 'Name',
    email: 'Email',
    role: 'Role',
    roleHint:
      'Writers write and translate. Editors also moderate comments. Admins also publish and manage people.',
    powers: 'What each role may do',
    button: 'Add person',
  },
  link: {
    title: 'Send this link yourself: it is not shown again',
    text: 'By it {name} sets a password. It works once, until {time}. Whoever else has it could use it too.',
    mailed: 'An e-mail with this link is on its way to {email}',
    mailedText:
      'By it {name} sets a password. It works once, until {time}. Should the e-mail not arrive, send the link yourself: it is not shown again.',
    label: 'Link for {name}',
    copy: 'Copy',
    copied: 'Copied.',
    copyYourself: 'Please copy the selected text.',
  },
}

export type PeopleWords = typeof people
