/** The functions of the list that is made of the code which take no text from outside, and why not. */
export const others: [why: string, what: RegExp][] = [
  [
    'they show what others have read',
    /^components\/(?!comments\/(avatar|comment-text|linkify)|desk\/(language\/(name-of|sentence-for)|settings\/))/,
  ],
  ['they show what others have read', /^components\/(comments\/avatar.tsx Avatar|desk\/settings\/.*\.tsx )/],
  [
    'numbers, ids, tokens and names of ours',
    /^lib\/(i18n\/(paths|formats|time\/local-time)|kernel\/page-tags)\.ts /,
  ],
  ['numbers, ids, tokens and names of ours', /^lib\/i18n\/time\/moment-in\.ts isHalfHourZone$/],
  ['numbers, ids, tokens and names of ours', /^lib\/server\/page-files\/page-tree\.ts discard/],
  ['numbers, ids, tokens and names of ours', /^lib\/moderation\/queue\/page-statement\.ts oneStatement/],
  [
    'numbers, ids, tokens and names of ours',
    /^lib\/captcha\/(challenge\.ts (issueChallenge|keyOfChallenge)|misses|redeem)/,
  ],
  [
    'numbers, ids, tokens and names of ours',
    /^lib\/comments\/(author\/link-token\.ts (statusToken|receivedToken)|submit\/(refused-addresses|rate-keys\.ts addressPace))/,
  ],
  [
    'the settings and files of whoever runs the site',
    /^lib\/(kernel\/(env|settings\/fields|files\/(folder|kept-text))|server\/(files\/built-files|copies\/(cluster|layout|role)|desk\/desk-(apart|socket)|process\/(bus|secret|greeting|what-went-wrong)))\.ts /,
  ],
  [
    'classes of signs of ours; what it makes is measured with those who use it',
    /^lib\/kernel\/text\/viramas\.ts joinersNotBetween$/,
  ],
  ['an alias of the room next door, for which it is measured', /^lib\/chapters\/rules\.ts redirectKey$/],
  [
    'names of at most 245 characters: lib/comments/impersonation/reserved-names.test.ts measures them',
    /^lib\/comments\/impersonation\/[\w-]+\.ts /,
  ],
  [
    'they put measured parts together',
    /^lib\/(comments\/notifications\/templates|moderation\/(decisions\/schema|screening\/[\w-]+)|site\/(?!addresses\/slug)[\w-]+|spam\/akismet\/|syndication\/(?!elsewhere|json-ld\.ts inPage|xml\.ts escape))/,
  ],
  [
    'nodes of a checked document',
    /^lib\/chapters\/document\/(attributes|pictures-in|rendering\/render-(figure|table))\.ts /,
  ],
  [
    'numbers, ids, tokens and names of ours',
    /^lib\/(kernel\/(files\/file-lock|ids)\.ts |people\/(sign-in\/(known-browser\.ts browserCookie|turns\.ts (newTurn|waiting))|links\/(reset|invitation)-mail|email-change\/(mails|tokens)|sessions\/current-actor))/,
  ],
  [
    'numbers, ids, tokens and names of ours',
    /^lib\/people\/(second-factor\/(codes\.ts |sealed\.ts |rules\.ts relyingPartyAt|tickets\.ts ticket)|step-up\/|sessions\/ticket-cookies)/,
  ],
  [
    'cookies and addresses, whose head has at most 16 KB',
    /^lib\/(people\/sessions\/session-proof|kernel\/address-key|server\/turns\/(lines|waiter))\.ts /,
  ],
  [
    'they hand on what has been counted',
    /^lib\/server\/(bodies\/server-action-body\.ts readableCall|counters\/counters|http\/hand-over|documents\/page-shell\.ts withPageBody)/,
  ],
  [
    'a word is found by its code, and a length divided',
    /^lib\/(i18n\/statements\/words\.ts wordIn|spam\/rules\.ts isHasty)$/,
  ],
  ['heads and bodies that we have made', /^lib\/server\/wire\/whole-answer\.ts /],
  ['nothing but a hash of it is made', /^lib\/people\/(sign-in\/passwords|links\/setup-link)\.ts /],
  ['they read by the schemas', /^lib\/people\/(links\/first-admin|sign-in\/sign-in)\.ts /],
  [
    'requests as Node has read them, whose head has at most 16 KB',
    /^lib\/server\/(comments\/|http\/(answers|headers)|documents\/(document\.ts sendDocument|form-pages|pages|to-document))/,
  ],
]
