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
