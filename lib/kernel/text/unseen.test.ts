import { describe, expect, test } from 'vitest'
import { shownParts } from './unseen'

const unseenIn = (text: string) => shownParts(text).filter((part) => typeof part !== 'string')
const codesIn = (text: string) => unseenIn(text).flatMap(({ codes }) => codes)

describe('is shown, since nobody sees it:', () => {
  test.each([
    ['a zero width space', 'pay\u200bpal', ['U+200B']],
    ['a joiner in Latin', 'pay\u200dpal', ['U+200D']],
    ['a non-joiner in Latin', 'pay\u200cpal', ['U+200C']],
    ['a joiner behind nothing', '\u200d', ['U+200D']],
    ['a soft hyphen', 'vi\u00adagra', ['U+00AD']],
    ['an override', 'exe.\u202egpj', ['U+202E']],
    ['an isolate that is not closed', 'a\u2067b', ['U+2067']],
    ['a mark of direction', 'a\u200fb', ['U+200F']],
    ['a word joiner and a byte order mark', 'a\u2060b\ufeffc', ['U+2060', 'U+FEFF']],
    ['a Hangul filler', 'a\u3164b', ['U+3164']],
    ['a blank Braille pattern', 'a\u2800b', ['U+2800']],
    ['a grapheme joiner', 'a\u034fb', ['U+034F']],
    ['tag characters without a flag', 'hi\u{e0068}', ['U+E0068']],
    ['a flag that does not end', '\u{1f3f4}\u{e0067}', ['U+E0067']],
    ['a selector behind a letter', 'a\ufe0fb', ['U+FE0F']],
    ['a selector behind a blank', ' \ufe0f', ['U+FE0F']],
    ['a selector that says more', 'a\u{e0155}', ['U+E0155']],
  ])('%s', (_what, text, codes) => expect(codesIn(text)).toEqual(codes))

  test('the second of two selectors', () => expect(codesIn('❤\ufe0f\ufe0f')).toEqual(['U+FE0F']))
  test('a row as one, with the first of its codes', () =>
    expect(unseenIn(`a${'\u200b'.repeat(900)}b`)).toEqual([
      { codes: ['U+200B', 'U+200B', 'U+200B', 'U+200B'], count: 900 },
    ]))
})

describe('is as people write:', () => {
  test.each([
    ['English', 'Plain text, “with quotes”, naïve café.'],
    ['Arabic with vowels and a stroke', 'مَرْحَبًا بِكُم ليـــلى'],
    ['Persian with a non-joiner', 'می\u200cخواهم'],
    ['an Arabic letter that is joined to nothing', 'ه\u200d'],
    ['Hindi', 'क्\u200dष और क्\u200cष'],
    ['Malayalam', 'ക്\u200d'],
    ['Sinhala', 'ශ්\u200dරී'],
    ['a family', '👨\u200d👩\u200d👧\u200d👦'],
    ['a red heart', '❤\ufe0f'],
    ['somebody with a skin colour', '👩🏽\u200d💻'],
    ['a rainbow flag', '🏳\ufe0f\u200d🌈'],
    ['the flag of Wales', '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['a Japanese variant', '葛\u{e0100}飾'],
    ['Mongolian', 'ᠠ\u180b'],
    ['Arabic signs of numbers', '\u0600١٢ \u06dd'],
    ['Braille', '⠓\u2800⠊'],
  ])('%s', (_what, text) => expect(shownParts(text)).toEqual([text]))

  test('and nothing is nothing', () => expect(shownParts('')).toEqual([]))
})

test('nothing of a text is lost, however much of it is not seen', () => {
  const text = 'a\u200b'.repeat(500)
  const parts = shownParts(text)
  expect(parts.filter((part) => typeof part !== 'string')).toHaveLength(200)
  expect(parts.map((part) => (typeof part === 'string' ? part : '\u200b'.repeat(part.count))).join('')).toBe(
    text,
  )
})
