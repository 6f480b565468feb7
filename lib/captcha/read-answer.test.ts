import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digits } from '@/lib/i18n/formats'
import { locales } from '@/lib/i18n/locales'
import { sumWords } from '@/lib/i18n/sum-words'
import { names } from './number-words'
import { readAnswer } from './read-answer'

const zeros = [0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xe50, 0x1040, 0x17e0, 0xff10, 0x1d7ce]
const inScript = (number: number, zero: number) =>
  String(number).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
const numbers = Array.from({ length: 26 }, (_, number) => number)

const english = [
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  ...[
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
    'twenty',
    'twenty-one',
  ],
  ...['twenty-two', 'twenty-three', 'twenty-four', 'twenty-five'],
]
const kanji = [
  ...'〇一二三四五六七八九十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
  '十七',
  '十八',
  '十九',
  '二十',
].concat(['二十一', '二十二', '二十三', '二十四', '二十五'])
const kana = [
  ...[
    'ゼロ',
    'いち',
    'に',
    'さん',
    'よん',
    'ご',
    'ろく',
    'なな',
    'はち',
    'きゅう',
    'じゅう',
    'じゅういち',
    'じゅうに',
  ],
  ...[
    'じゅうさん',
    'じゅうよん',
    'じゅうご',
    'じゅうろく',
    'じゅうなな',
    'じゅうはち',
    'じゅうきゅう',
    'にじゅう',
  ],
  ...['にじゅういち', 'にじゅうに', 'にじゅうさん', 'にじゅうよん', 'にじゅうご'],
]
const masculine = [
  ...['صفر', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة', 'أحد عشر'],
  ...[
    'اثنا عشر',
    'ثلاثة عشر',
    'أربعة عشر',
    'خمسة عشر',
    'ستة عشر',
    'سبعة عشر',
    'ثمانية عشر',
    'تسعة عشر',
    'عشرون',
  ],
  ...['واحد وعشرون', 'اثنان وعشرون', 'ثلاثة وعشرون', 'أربعة وعشرون', 'خمسة وعشرون'],
]
const feminine = [
  ...['صفر', 'واحدة', 'اثنتان', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع', 'عشر', 'إحدى عشرة'],
  ...[
    'اثنتا عشرة',
    'ثلاث عشرة',
    'أربع عشرة',
    'خمس عشرة',
    'ست عشرة',
    'سبع عشرة',
    'ثماني عشرة',
    'تسع عشرة',
    'عشرين',
  ],
  ...['إحدى وعشرين', 'اثنتين وعشرين', 'ثلاث وعشرين', 'أربع وعشرين', 'خمس وعشرين'],
]

describe.each(numbers)('%d', (number) => {
  test('in the digits of any script, with what people put around them', () => {
    for (const zero of zeros) {
      const digits = inScript(number, zero)
      for (const typed of [
        ...[digits, ` ${digits} `, `\u00a0${digits}\u202f`, `\u3000${digits}`, `\u200f${digits}\u200e`],
        ...[
          `=${digits}`,
          `= ${digits}`,
          `＝${digits}`,
          `${digits}=`,
          `+${digits}`,
          `${digits}.`,
          `${digits}。`,
        ],
        ...[
          `${digits}．`,
          `${digits}｡`,
          `${digits} !`,
          `${digits}！`,
          `${digits}?`,
          `${digits}۔`,
          `${digits}।`,
        ],
        ...[
          `"${digits}"`,
          `“${digits}”`,
          `「${digits}」`,
          `（${digits}）`,
          `(${digits}).`,
          `«${digits}»`,
          `'${digits}'`,
        ],
        ...[
          `${digits}です`,
          `${digits}です。`,
          `0${digits}`,
          `\u2067${digits}\u2069`,
          `${digits}\n`,
          `*${digits}*`,
        ],
      ])
        expect(readAnswer(typed), typed).toBe(number)
    }
  })

  test('in words', () => {
    const words = [english, kanji, kana, masculine, feminine].map((all) => all[number]!)
    for (const locale of locales) {
      words.push(digits(locale, number))
      const word = sumWords(locale).numbers[number]
      if (word) words.push(word)
    }
    for (const word of words)
      for (const typed of [
        word,
        ` ${word}。`,
        `${word}.`,
        `= ${word}`,
        `“${word}”!`,
        word.toUpperCase(),
        `\u200f${word}`,
      ])
        expect(readAnswer(typed), typed).toBe(number)
  })

  test('and in no way that says another', () => {
    for (const [name, value] of names) if (value !== number) expect(readAnswer(name), name).not.toBe(number)
  })
})

test.each([
  ['twenty one', 21],
  ['Twenty‑One', 21],
  ['twentyone', 21],
  ['TWELVE', 12],
  ['一二', 12],
  ['二〇', 20],
  ['壱弐', 12],
  ['拾弐', 12],
  ['じゅうし', 14],
  ['ニジュウゴ', 25],
  ['ジュウニ', 12],
  ['ｼﾞｭｳﾆ', 12],
  ['キュー', 9],
  ['れい', 0],
  ['اثْنَا عَشَرَ', 12],
  ['اثني عشر', 12],
  ['إثنا عشر', 12],
  ['اثناعشر', 12],
  ['ثمانى عشرة', 18],
  ['اربعه', 4],
  ['اتناشر', 12],
  ['تلاتة', 3],
  ['خمسة و عشرون', 25],
  ['احدى و عشرين', 21],
  ['ستّة', 6],
  ['ﺧﻤﺴﺔ', 5],
  ['7+5=12', 12],
  ['7 + 5 = 12.', 12],
  ['seven + 5 = twelve', 12],
  ['7 plus five equals 12', 12],
  ['12 = 7 + 5', 12],
  ['７足す五＝１２', 12],
  ['七 + 5 = 十二です。', 12],
  ['٧ + خمسة = ١٢', 12],
  ['سبعة زائد ٥ يساوي ١٢', 12],
  ['٣ ضرب ٤ = ١٢', 12],
  ['17 − 5 = 12', 12],
  ['17-5=12', 12],
  ['six x 2 = 12', 12],
  ['3×4=12', 12],
  ['◯', 0],
  ['〇', 0],
  ['二◯', 20],
  ['五つ', 5],
  ['七つ', 7],
  ['ななつ', 7],
  ['５つ', 5],
  ['答えは12', 12],
  ['答えは１２です。', 12],
  ['答え：12', 12],
  ['こたえは十二です', 12],
  ['12だよ', 12],
  ['12個', 12],
  ['十二だと思います', 12],
  ['the answer is 12', 12],
  ['The answer is twelve.', 12],
  ["I think it's twenty-one!", 21],
  ['answer: 12', 12],
  ['the answer = 12', 12],
  ['number 12 or so', 12],
  ['الجواب ١٢', 12],
  ['الجواب هو اثنا عشر', 12],
  ['الإجابة: خمسة و عشرون.', 25],
  ['12です', 12],
  ['12.', 12],
  ['twelve (12)', 12],
  ['十二（１２）です', 12],
  ['12 (I think)', 12],
  ['7+5 (=12)', 12],
  ['12 😀', 12],
  ['👍🏽 12 ❤️', 12],
  ['12🇯🇵', 12],
  ['12〜', 12],
  ['１２～♪', 12],
  ['12^^', 12],
  ['7+5→12', 12],
  ['7+5は12', 12],
  ['７足す５は、十二', 12],
  ['3かける5は15です', 15],
  ['答えははち', 8],
  ['seven plus five is twelve', 12],
  ['سبعة زائد خمسة هو ١٢', 12],
  ['１７ー５＝１２', 12],
  ['十七 ー 5 = 12', 12],
  ['−5', -5],
  ['-5', -5],
  ['- ５', -5],
  ['the answer is -5', -5],
  ['0', 0],
  // One name of each row of the lists by which numbers are read.
  ...([
    ...[
      ['nought', 0],
      ['naught', 0],
      ['nil', 0],
      ['thirty', 30],
      ['ninety-nine', 99],
    ],
    ...[
      ['まる', 0],
      ['し', 4],
      ['しち', 7],
      ['く', 9],
      ['さんじゅう', 30],
      ['きゅうじゅうきゅう', 99],
    ],
    ...[
      ['三十', 30],
      ['九十九', 99],
      ['参', 3],
      ['肆', 4],
      ['伍', 5],
      ['陸', 6],
      ['漆', 7],
      ['捌', 8],
      ['玖', 9],
    ],
    ...[
      ['拾', 10],
      ['壹', 1],
      ['貳', 2],
      ['零', 0],
      ['一つ', 1],
      ['九つ', 9],
      ['ここのつ', 9],
      ['ひとつ', 1],
    ],
    ...[
      ['اثنين', 2],
      ['اثنتي عشرة', 12],
      ['ثلاثون', 30],
      ['أربعون', 40],
      ['خمسون', 50],
      ['ستون', 60],
    ],
    ...[
      ['سبعون', 70],
      ['ثمانون', 80],
      ['تسعون', 90],
      ['تسعة وتسعين', 99],
    ],
    ...[
      ['حداشر', 11],
      ['تلتاشر', 13],
      ['أربعتاشر', 14],
      ['خمستاشر', 15],
      ['ستاشر', 16],
      ['سبعتاشر', 17],
    ],
    ...[
      ['تمنتاشر', 18],
      ['تسعتاشر', 19],
      ['خمـسة', 5],
    ],
  ] as [string, number][]),
])('%s is %d', (typed, number) => expect(readAnswer(typed)).toBe(number))

test.each([
  ...[
    '',
    ' ',
    '=',
    '+',
    '。',
    'a lot',
    'douze',
    'zwölf',
    'XII',
    'Ⅻ',
    '½',
    '5²',
    '₅',
    '⑫',
    '1/2',
    '12%',
    '0x5',
    '5e0',
  ],
  ...[
    '12,0',
    '12.0',
    '1,2',
    '11 or 12',
    '11, 12',
    '11/12',
    '12-13',
    '12 13 14 15',
    '12=13',
    '11=12',
    '1+1=12',
  ],
  ...[
    'the answer is 7+5',
    'the answer is 7 plus five',
    'seven plus',
    'seven PLUS',
    '7 minus',
    'seven times',
    '7 x',
    'سبعة زائد',
    'سبعة ناقص',
    '7 ضرب',
    '7 في',
    '答えは七足す5',
    '7と5',
    '7は5',
    '7 (5)',
    '7 is 5',
    '7 (or twelve)',
    '7+5 (seven plus five)',
    '7ー5',
    '12 (13) 😀',
    '一番は五',
    '答えは百二',
    'الجواب ٧ زائد خمسة',
    'سبعة أو ثمانية',
    'seven or eight',
    'twelve-thirteen',
    'the answer is .5',
    '$12',
    '12th',
    `the answer is ${'really '.repeat(9)}12`,
    '7+5',
    'seven + 5',
    '7+5=',
    '7 + 5 = ?',
    '7+5=twelve thirteen',
    '12+',
    '+-12',
    '--12',
    'NaN',
    'Infinity',
  ],
  ...[
    '十十',
    '百',
    '二一十',
    '1十2',
    '二十〇一',
    'twenty-twenty',
    'tenfive',
    'fiveteen',
    'twentyten',
    'twenty-zero',
    'وعشرون',
    'عشرة عشرة',
  ],
  ...['9'.repeat(500), '1'.repeat(7), ' '.repeat(1_000) + '5', '(', '()', '"', 'です', '[]12[]13'],
])('%j is no answer', (typed) => expect(readAnswer(typed)).toBeUndefined())

test('what is longer than a person writes is not looked at', () => {
  const sentence = (length: number) => `${'a'.repeat(length - 3)} 12`
  expect([readAnswer(sentence(60)), readAnswer(sentence(61))]).toEqual([12, undefined])
  expect([readAnswer('5'.padStart(200)), readAnswer('5'.padStart(201))]).toEqual([5, undefined])
})

test('a name says one number', () => {
  const said = new Map<string, number>()
  for (const [name, number] of names) {
    expect(said.get(name) ?? number, name).toBe(number)
    said.set(name, number)
  }
})

test('a wrong answer stays wrong: whatever it says, the number that it says is its last', () => {
  const part = fc.oneof(
    fc.nat(30).map(String),
    fc.constantFrom(...names.map(([name]) => name), ...english, ...masculine),
    fc.constantFrom('=', ' ', '+', '-', '×', '.', ',', '。', '"', '(', ')', 'plus', 'です', '\u200f', 'x'),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const read = readAnswer(parts.join(''))
      if (read === undefined) return
      expect(Number.isInteger(read)).toBe(true)
      // Of a whole sum each side says the same.
      for (const side of parts.join('').split('=')) {
        const alone = readAnswer(side)
        if (alone !== undefined) expect(alone).toBe(read)
      }
    }),
    { numRuns: 2_000 },
  )
})
