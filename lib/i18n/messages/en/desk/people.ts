export const people = {
  title: 'People',
  staff: 'Staff',
  you: 'You',
  roles: { editor: 'Editor', admin: 'Admin' },
  disabled: 'Disabled',
  noPassword: 'No password yet',
  disabledSince: 'disabled since {time}',
  linkUntil: 'link works until {time}',
  /** On the buttons beside a person; their name is read out with it. */
  deeds: {
    'make admin': 'Make admin<hidden> ({name})</hidden>',
    'make editor': 'Make editor<hidden> ({name})</hidden>',
    link: 'New link<hidden> ({name})</hidden>',
    disable: 'Disable<hidden> ({name})</hidden>',
    enable: 'Enable<hidden> ({name})</hidden>',
  },
  happened: {
    add: '{name} was added.',
    link: '{name} has a new link.',
    'make admin': '{name} is an admin now.',
    'make editor': '{name} is an editor now.',
    disable: '{name} is disabled: their sessions have ended and they cannot sign in.',
    enable: '{name} can sign in again.',
  },
  add: {
    title: 'Add a person',
    intro: 'You get a link to send to them. It works once, for a week; there they set a password.',
    name: 'Name',
    email: 'Email',
    role: 'Role',
    roleHint: 'Editors moderate and write. Admins also publish and manage people.',
    button: 'Add person',
  },
  link: {
    title: 'Send this link yourself: it is not shown again',
    text: 'By it {name} sets a password. It works once, until {time}. Whoever else has it could use it too.',
    label: 'Link for {name}',
    copy: 'Copy',
    copied: 'Copied.',
    copyYourself: 'Please copy the selected text.',
  },
  notAllowed: {
    title: 'You are not allowed to see this page',
    text: 'Only admins manage people. Ask one of them if somebody should be added or changed.',
  },
}

export type PeopleWords = typeof people
