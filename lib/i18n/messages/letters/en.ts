export const en = {
  hello: 'Hello,',
  confirmSubject: 'Please confirm your email address',
  confirmWhy:
    'somebody has written a comment on “{chapter}” with this email address and asked to be told what becomes of it. If that was you, please confirm the address:',
  confirmLink: 'Yes, tell me by email',
  confirmNot: 'If it was not you, do nothing: you will get no more of these emails.',
  statusLink: 'See, change or take back the comment',
  approvedSubject: 'Your comment on “{chapter}” has been published',
  approvedWhy: 'your comment on “{chapter}” has been published:',
  approvedLink: 'See it on its page',
  replySubject: '{name} replied to your comment on “{chapter}”',
  replyWhy: '{name} replied to your comment on “{chapter}”:',
  replyLink: 'See the reply on its page',
  moderateSubject: 'Please moderate: “{chapter}”',
  moderateWhy: 'a new comment on “{chapter}” is waiting for your approval.',
  author: 'Name: {name}',
  email: 'Email: {email}',
  website: 'Website: {url}',
  address: 'Address: {ip}',
  inReplyTo: 'In reply to: {name}',
  waiting: '{count, plural, one {# comment is} other {# comments are}} waiting.',
  queueLink: 'Open the queue',
  stop: 'No more emails about this comment',
}

export type LetterWords = typeof en
