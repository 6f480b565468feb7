export const en = {
  hello: 'Hello,',
  confirmSubject: 'Please confirm your email address',
  confirmWhy:
    'somebody has written a comment on “{chapter}” with this email address and asked to be told what becomes of it. If that was you, please confirm the address:',
  confirmLink: 'Yes, tell me by email',
  confirmMay: 'That permits emails about this comment, and nothing else.',
  confirmStatus:
    'The comment has a page of its own, where you see what becomes of it, also without emails. Keep this link:',
  confirmNot:
    'If it was not you, do nothing. Nobody can have an address asked more than three times a year; the last link in this email ends it for good.',
  everythingSubject: 'The link that was asked for',
  everythingWhy:
    'somebody who has a comment on “{chapter}” with this email address asked for a link to everything written with it. Only whoever reads this email gets it:',
  everythingLink: 'See or erase everything written with this email address',
  never: 'Never ask this address again',
  statusLink: 'See, change or take back the comment',
  approvedSubject: 'Your comment on “{chapter}” has been published',
  approvedWhy: 'your comment on “{chapter}” has been published:',
  approvedLink: 'See it on its page',
  replySubject: '{name} replied to your comment on “{chapter}”',
  replyWhy: '{name} replied to your comment on “{chapter}”:',
  replyLink: 'See the reply on its page',
  digestSubject: '{count, plural, one {# reply} other {# replies}} to your comments',
  dailyLink: 'Get replies once a day, in one email',
  stopAll: 'No more emails about any of my comments',
  moderateSubject: 'Please moderate: “{chapter}”',
  moderateWhy: 'a new comment on “{chapter}” is waiting for your approval.',
  changedSubject: 'Changed, and waits again: a comment on “{chapter}”',
  changedWhy:
    'a comment on “{chapter}” was published and has been changed by its author. It is waiting for your approval again.',
  publishedSubject: 'A new comment on “{chapter}”',
  publishedWhy: 'a new comment on “{chapter}” has been published.',
  resetSubject: 'Set a new password',
  resetWhy:
    'somebody has asked for a link to set a new password for your account at {site}. If that was you, open it within 30 minutes; it works once. All your sessions end with it.',
  resetLink: 'Set a new password',
  resetLate: 'When the link has expired, its page offers to send a new one.',
  emailChange: {
    subjects: {
      confirm: 'Please confirm your new e-mail address',
      asked: 'Your e-mail address is to be changed',
      changed: 'Your e-mail address has been changed',
    },
    why: {
      confirm:
        'somebody wants this address for their account at {site}, which has the address {other} so far. If that was you, open this link in a browser in which you are signed in there:',
      asked:
        'somebody who knows your password wants another e-mail address for your account at {site}: {other}. If that was you, do nothing. If it was not, keep your address and set a new password:',
      changed:
        'your account at {site} has the e-mail address {other} now, and nothing more is sent to this one. If that was not you, take it back and set a new password:',
    },
    confirmLink: 'Confirm this address',
    confirmHow: 'The link works for 24 hours. If it was not you, do nothing: then nothing changes.',
    stopLink: 'Keep the old address',
    stopHow: 'The link works until a week after the change. It opens a page that asks once more.',
  },
  invitation: {
    subjects: { first: 'You are invited to {site}', again: 'A link to set a new password' },
    why: {
      first:
        'an admin has made an account for you at {site}. Open the link and set a password; it works once, within a week:',
      again:
        'an admin has made a link for you to set a new password for your account at {site}. It works once, within a week; all your sessions end with it:',
    },
    link: 'Set a password',
    how: 'Whoever has the link could use it: do not pass it on.',
  },
  resetNot:
    'If it was not you, do nothing: your password stays as it is, and nobody else has this link. Anybody can ask for it at the sign-in page, but no more than five such emails are sent to you in a day.',
  author: 'Name: {name}',
  email: 'Email: {email}',
  website: 'Website: {url}',
  address: 'Address: {ip}',
  inReplyTo: 'In reply to: {name}',
  waiting: '{count, plural, one {# comment is} other {# comments are}} waiting.',
  queueLink: 'Open the queue',
  stop: 'No more emails about this comment',
}

export type MailWords = typeof en
