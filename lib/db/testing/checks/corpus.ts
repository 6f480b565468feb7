// What people, other programs and attackers put into a field.

const blanks = ['', ' ', '\t', '\n', '\u00a0', '\u3000', '\u2028', '\u0085', '\u2800', '\u3164', '\u115f']
const unseen = ['\ufeff', '\u200b', '\u200d', '\u2060', '\u00ad', '\u034f', '\u200e', '\u{e0041}', '\ufe0f']
const dead = ['\0', '\u0002', '\u007f', '\ud800', '\udc00', '\ufffe', '\uffff', '\ufff9', '\u202e', '\u2066']

const capitals = [
  'ÀÉÎ',
  'İSTANBUL',
  'ISPARTA',
  'ẞ',
  'STRAẞE',
  'ΣΟΦΟΣ',
  'ΆΣ',
  'Ὀδυσσεύς',
  'ǅ',
  'Ω',
  'K',
  'ﬀ',
  'Ꭰ',
  'Ა',
  '𐐀',
]
const marks = [
  'a\u0301',
  '\u0301',
  'a' + '\u0301'.repeat(40),
  'a' + '\u0301\u0323'.repeat(40),
  'ﷺ',
  '𝅘𝅥𝅮',
  '\u0958',
]
const slugs = [
  'a/b',
  'a?b',
  'a#b',
  'a%b',
  'a b',
  'a\u0085b',
  'a\u2028b',
  'a\u00a0b',
  'a\u200bb',
  'a-b',
  '-a',
  'a-',
  'a--b',
  '雨',
]
const addresses = [
  ...[
    'https:\\\\127.0.0.1\\x',
    'HTTPS://EXAMPLE.ORG/',
    'http:example.org',
    'https:///example.org',
    '//example.org',
  ],
  ...[
    'https://exa\tmple.org/',
    'https://example.org/\n',
    'ht\ntps://example.org/',
    ' https://example.org/ ',
    'www.example.org',
  ],
  ...[
    'https://münchen.example/ä',
    'https://例え.jp/引数?q=値#節',
    'https://‮example.org/',
    'https://example.org/‮x',
    'ＨＴＴＰ://example.org',
  ],
  ...[
    'https://u:p@example.org/',
    'ftp://example.org/',
    'javascript:alert(1)',
    'data:,x',
    'https://',
    'https://a b.example/',
  ],
  ...[
    'https://[::1]/',
    'http://127.1/',
    'http://0x7f.1/',
    'https://example.org:99999/',
    'https://xn--/',
    'https://example.org/\0',
  ],
]
const mailboxes = [
  ...[
    'REA@EXAMPLE.ORG',
    'İ@example.org',
    'rea@İSTANBUL.example',
    'rea@ΣΟΦΟΣ.example',
    'rea@STRAẞE.example',
    'K@example.org',
  ],
  ...[
    'rea@münchen.example',
    'réa@example.org',
    'ｒｅａ＠ｅｘａｍｐｌｅ．ｏｒｇ',
    '<rea@example.org>',
    'mailto:rea@example.org',
    'rea@example.org.',
  ],
  ...[
    'rea@example',
    '@example.org',
    'rea@',
    'a@b@example.org',
    '"a b"@example.org',
    'rea@-a.example',
    '\u200frea@example.org',
  ],
]
const codes = [
  'jp',
  'Jp',
  'ＪＰ',
  'ß',
  'ıı',
  'ſs',
  'ﬀ',
  'J P',
  'jpn',
  'j',
  'JP\n',
  'J\u200bP',
  'J1',
  'ΙΙ',
  'ꓙP',
]
const numbers = [
  '0',
  '-0',
  '1',
  '١',
  '1e3',
  '1.5',
  '0x10',
  '-1',
  '+1',
  '1,000',
  'NaN',
  'Infinity',
  '1'.repeat(19),
  '９',
]
const wrapped = [
  '  x  ',
  '\n\nx\n',
  '\u3000雨',
  'x\r\ny',
  '#fog',
  '＃霧',
  '#',
  '##',
  '# \u3164',
  '#\u200b',
  'null',
  '{0}',
  "'; --",
]

export const texts: readonly string[] = [
  ...[blanks, unseen, dead, capitals, marks, slugs, addresses, mailboxes, codes, numbers, wrapped].flat(),
  // Beside something that is fine by itself.
  ...[...blanks, ...unseen, ...dead].flatMap((one) => [`a${one}b`, `${one}ab`, `ab${one}`]),
  ...[...blanks, ...unseen, ...dead].map((one) => one.repeat(300)),
]

export const strangeValues: readonly unknown[] = [
  undefined,
  null,
  1,
  NaN,
  Infinity,
  -0,
  1.5,
  true,
  [],
  ['x'],
  {},
  new Date(NaN),
]
