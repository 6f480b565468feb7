import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  capOf,
  partsOfProblem,
  readLine,
  readName,
  readPlainText,
  readText,
  strayProblem,
  type ReadField,
} from './typed-text'

const most = { characters: 200 }
const fields = { text: readText, plain: readPlainText, line: readLine, name: readName }
const kept = (read: ReadField) =>
  read.ok ? read.text : read.problem === 'long' ? 'long' : `${read.stray.code} at ${read.stray.place}`

// What becomes of each kind of character between two letters, in a text, a text of the desk, a line and a name.
const same = (text: string) => [text, text, text, text]
const gone = ['ab', 'ab', 'ab', 'ab']
const parts: [what: string, between: string, kept: string[]][] = [
  ['a line tabulation (PowerPoint)', '\v', ['a\nb', 'a\nb', 'a b', 'a b']],
  ['a form feed', '\f', ['a\nb', 'a\nb', 'a b', 'a b']],
  ['NEL', '\u0085', ['a\nb', 'a\nb', 'a b', 'a b']],
  ['a line separator', '\u2028', ['a\nb', 'a\nb', 'a b', 'a b']],
  ['a paragraph separator', '\u2029', ['a\nb', 'a\nb', 'a b', 'a b']],
  ['CR', '\r', ['a\nb', 'a\nb', 'a b', 'a b']],
  ['CR LF', '\r\n', ['a\nb', 'a\nb', 'a b', 'a b']],
  ['two line breaks', '\n\u000b', ['a\n\nb', 'a\n\nb', 'a b', 'a b']],
  ['a tab', '\t', ['a\tb', 'a\tb', 'a b', 'a b']],
  ['a control (PDF)', '\u0002', gone],
  ['NUL', '\0', gone],
  ['DEL', '\u007f', gone],
  ['a control of C1', '\u0099', gone],
  ['half a character', '\ud83d', gone],
  ['the other half', '\ude00', gone],
  ['a byte order mark', '\ufeff', gone],
  ['an annotation', '\ufff9', gone],
  ['an object that stayed elsewhere', '\ufffc', gone],
  ['no character', '\ufdd0', gone],
  ['no character either', '\u{1ffff}', gone],
  ['a deprecated format character', '\u206a', gone],
  ['a tag', '\u{e0061}', gone],
  ['a replacement character', '\ufffd', same('a\ufffdb')],
  ['private use (JIS gaiji, \uf8ff)', '\ue000', same('a\ue000b')],
  ['an unassigned character', '\u0378', same('a\u0378b')],
  ['a soft hyphen', '\u00ad', ['a\u00adb', 'a\u00adb', 'a\u00adb', 'ab']],
  ['a blank without width', '\u200b', ['a\u200bb', 'a\u200bb', 'a\u200bb', 'ab']],
  ['a word joiner', '\u2060', ['a\u2060b', 'a\u2060b', 'a\u2060b', 'ab']],
  ['a joiner', '\u200d', same('a\u200db')],
  ['a non-joiner', '\u200c', same('a\u200cb')],
  ['a non-joiner twice', '\u200c\u200c', ['a\u200c\u200cb', 'a\u200c\u200cb', 'a\u200cb', 'a\u200cb']],
  ['a loose joiner', ' \u200d', ['a \u200db', 'a \u200db', 'a b', 'a b']],
  ['a direction mark', '\u200f', ['a\u200fb', 'a\u200fb', 'a\u200fb', 'ab']],
  ['an Arabic letter mark', '\u061c', ['a\u061cb', 'a\u061cb', 'a\u061cb', 'ab']],
  ['isolates', '\u2067c\u2069', ['a\u2067c\u2069b', 'acb', 'acb', 'acb']],
  ['an embedding', '\u202bc\u202c', ['a\u202bc\u202cb', 'acb', 'acb', 'acb']],
  ['an override', '\u202e', ['a\u202eb', 'U+202E at 2', 'U+202E at 2', 'U+202E at 2']],
  ['the other override', '\u202d', ['a\u202db', 'U+202D at 2', 'U+202D at 2', 'U+202D at 2']],
  ['a variation selector', '\ufe0f', same('a\ufe0fb')],
  ['two of them', '\ufe0f\ufe0e', same('a\ufe0fb')],
  ['a loose one', ' \ufe0f', same('a b')],
  ['an ideographic variant', '葛\u{e0100}', same('a葛\u{e0100}b')],
  ['an emoji of parts', '👩🏽\u200d🚀', same('a👩🏽\u200d🚀b')],
  [
    'a flag of a region',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    same('a🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}b'),
  ],
  [
    'marks upon marks',
    `e${'\u0301'.repeat(40)}`,
    same(`aé${'\u0301'.repeat(29)}\u034f${'\u0301'.repeat(10)}b`),
  ],
]
describe.each(parts)('%s', (_what, between, wanted) => {
  test('between letters', () =>
    expect(Object.values(fields).map((read) => kept(read(`a${between}b`, most)))).toEqual(wanted))
})

test.each([
  '\u200f',
  '\u200e',
  '\u061c',
  '\u200b',
  '\u00ad',
  '\u2060',
  '\u2066',
  '\u2069',
  '\u202a',
  '\u202b',
  '\u202c',
  '\ufeff',
  '\u200c',
  '\u200d',
  '\u3000',
  '\u00a0',
  '\n',
  '\v',
])('at the ends of a line %j is taken off', (sign) => {
  expect(kept(readLine(`${sign} ${sign}ليلى${sign}${sign} ${sign}`, most))).toBe('ليلى')
  expect(kept(readName(`${sign}ليلى${sign}`, most))).toBe('ليلى')
})

test('a flag, a heart and a number sign may stand at the end', () => {
  for (const end of ['🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}', '❤\ufe0f', '۝'])
    expect(kept(readName(`Rea ${end}`, most))).toBe(`Rea ${end}`)
})

test.each([
  ['അവന്\u200d', 'അവന്\u200d'],
  ['ത്\u200d ക്\u200d', 'ത്\u200d ക്\u200d'],
  ['ක්\u200d.', 'ක්\u200d.'],
  ['ক্\u200c', 'ক্\u200c'],
  ['র\u200d্য', 'র\u200d্য'],
  ['\u{11044}\u{11046}\u200d', '\u{11044}\u{11046}\u200d'],
  ['ക്\u200d\u200d\u200f', 'ക്\u200d'],
  ['ക\u200d', 'ക'],
  ['می\u200c', 'می'],
])('behind a virama a joiner is spelling: %j is kept as %j', (typed, wanted) => {
  for (const read of [readLine, readName]) expect(kept(read(`\u200d${typed} \u200d`, most))).toBe(wanted)
})

test('a text keeps the blank that its first line begins with, and no empty lines around it', () => {
  expect(kept(readText('\n \t\n\u3000雨。\n\u3000\n雪。 \n \n', most))).toBe('\u3000雨。\n\u3000\n雪。')
})

describe('how long a field may be', () => {
  test.each([
    'a',
    'é',
    '字',
    '𠮷',
    '😀',
    'が'.normalize('NFD'),
    '한'.normalize('NFD'),
    'ᾧ'.normalize('NFD'),
    '\u{1109a}'.normalize('NFD'),
  ])('in characters, as people count them: %s', (letter) => {
    for (const read of Object.values(fields)) {
      expect(kept(read(letter.repeat(200), most))).toBe(letter.normalize().repeat(200))
      expect(kept(read(letter.repeat(201), most))).toBe('long')
    }
  })
  test.each(['a', '\r\n', 'é', 'ΐ'.normalize('NFD'), '字', '𠮷', '한'.normalize('NFD')])(
    'in bytes: %j',
    (letter) => {
      const size = Buffer.byteLength(letter.normalize().replace('\r', ''))
      for (const [count, fits] of [
        [1_200 / size, true],
        [1_200 / size + 1, false],
      ] as const)
        expect(readText(`x${letter.repeat(count)}x`, { bytes: 1_202 }).ok, `${count}`).toBe(fits)
    },
  )
  test('nothing looks at what is longer than it can be', () => {
    const strange = {
      get length() {
        return capOf(most) + 1
      },
      trim() {
        return this
      },
      trimStart() {
        return this
      },
      trimEnd() {
        return this
      },
      lastIndexOf: () => -1,
      slice() {
        return this
      },
    }
    for (const read of Object.values(fields))
      expect(kept(read(strange as unknown as string, most))).toBe('long')
  })
})

test('whatever is typed, what is kept is kept again as it is', () => {
  const sign = fc.constantFrom(
    ...'a字é \n\t'.split(''),
    '\r',
    '\u202b',
    '\u2069',
    '\u200c',
    '\u200d',
    '\ufe0f',
    '\ud83d',
    '\ude00',
    '\u0301',
    '\u0323',
    '\u{e0061}',
    '\ufeff',
    '\u200f',
  )
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(sign, fc.string({ unit: 'binary', maxLength: 1 })), maxLength: 60 }),
      (typed) => {
        for (const read of Object.values(fields)) {
          const once = read(typed, most)
          if (!once.ok) continue
          expect(once.text.isWellFormed()).toBe(true)
          expect(once.text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/)
          expect(read(once.text, most)).toEqual(once)
        }
      },
    ),
    { numRuns: 3_000 },
  )
})

test('a problem carries the character that it is about', () => {
  const stray = { code: 'U+202E', place: 7, before: 'of two' }
  expect(partsOfProblem(strayProblem('characters', stray))).toEqual({ code: 'characters', stray })
  expect(partsOfProblem(strayProblem('characters', { ...stray, before: '' }))).toEqual({
    code: 'characters',
    stray: { ...stray, before: '' },
  })
  expect(partsOfProblem('name-long')).toEqual({ code: 'name-long' })
})

test.each([
  ['\u3000雨が降る。', '\u3000雨が降る。'],
  ['\n \n\u3000雨。\n\u3000霧。\u3000\n', '\u3000雨。\n\u3000霧。'],
  [' \u2067\u3000雨\u2069', '\u3000雨'],
  [' \t\u00a0Rain.', 'Rain.'],
  ['\u3000', ''],
])('a text of the desk begins as a paragraph does: %j is kept as %j', (typed, text) =>
  expect(readPlainText(typed, most)).toEqual({ ok: true, text }),
)

test('the blank that a paragraph begins with is counted', () => {
  expect(kept(readPlainText(`\u3000${'雨'.repeat(199)}`, most))).toHaveLength(200)
  expect(kept(readPlainText(`\u3000${'雨'.repeat(200)}`, most))).toBe('long')
})
