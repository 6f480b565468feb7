/** On the page of one's own account: address, password and sessions. */
export const own = {
  email: {
    title: 'Email address',
    now: 'You sign in with {email}, and mails to you go there.',
    intro:
      'A link is sent to the new address; it counts once you have opened it here. The old address is told, and can take the change back for a week.',
    fresh: 'New email address',
    current: 'Your password, to confirm',
    ask: 'Change the address',
    asked:
      'A link is on its way to {email}. Open it within 24 hours, in a browser in which you are signed in.',
    waiting: '{email} waits to be confirmed, until {time}.',
    cancel: 'Cancel the change',
    cancelled: 'Cancelled: your address stays as it is.',
    noMail:
      'This site sends no e-mail, so it cannot ask a new address. Whoever runs the site can change yours on its machine:',
    noMailCommand: 'npm run admin -- {email} --new-email …',
  },
  confirm: {
    title: 'Confirm your new address',
    text: 'From then on you sign in with {email} instead of {before}, and mails to you go there.',
    button: 'Confirm',
    dead: 'This link no longer works',
    deadText:
      'A link works once, for 24 hours, and for whom it was sent to: it takes a sign-in as the person who asked for it. On the page of your account you can ask for a new one.',
    back: 'To your account',
  },
  stop: {
    title: 'Keep the old address?',
    text: 'The account with the address {from} was to get the address {to}.',
    textDone: 'The account with the address {from} has the address {to} now.',
    then: 'Whoever asked for it knew the password. So if you keep the old address, all sessions of the account end, and you set a new password at once.',
    button: 'Keep {from}',
    dead: 'There is nothing to take back',
    deadText:
      'This change was never confirmed, or has been taken back, or was more than a week ago. If somebody else has your account, ask an admin of the site.',
  },
  password: {
    title: 'Password',
    intro: 'Signs you out everywhere else.',
    current: 'Current password',
    fresh: 'New password',
    change: 'Change password',
    changed: 'Your password has been changed, and all other sessions have ended.',
  },
  sessions: {
    title: 'Sessions',
    intro: 'Where you are signed in. Each ends by itself twelve hours after the sign-in.',
    device: '{browser} on {system}',
    here: 'This session',
    begun: 'Signed in {time}, from {network}',
    seen: 'Last seen {time}',
    seenElsewhere: 'Last seen {time}, from {network}',
    nowhere: 'an unknown network',
    end: 'End this session<hidden> ({device})</hidden>',
    endOthers: 'End all others',
    ended: 'The session has ended.',
    othersEnded:
      '{count, plural, =0 {There was no other session.} one {One other session has ended.} other {# other sessions have ended.}}',
    browsers: {
      edge: 'Edge',
      opera: 'Opera',
      samsung: 'Samsung Internet',
      vivaldi: 'Vivaldi',
      firefox: 'Firefox',
      chrome: 'Chrome',
      safari: 'Safari',
      other: 'An unknown browser',
    },
    systems: {
      iphone: 'iPhone',
      ipad: 'iPad',
      android: 'Android',
      chromeos: 'ChromeOS',
      windows: 'Windows',
      macos: 'macOS',
      linux: 'Linux',
      other: 'an unknown device',
    },
  },
}

export type OwnWords = typeof own
