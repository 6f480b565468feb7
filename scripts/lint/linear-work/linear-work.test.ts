import { expect, test } from 'vitest'
import { growth, linear } from '@/lib/kernel/testing/growth'
import { drivers } from './drivers'
import { isThere, textFunctions } from './exported'
import { others } from './not-measured'

// Whatever takes text from outside takes time that grows with its length and no faster, whatever it is filled with.
const fillings: Record<string, string> = {
  blanks: ' ',
  'ideographic blanks': '\u3000',
  newlines: '\n',
  'byte order marks': '\ufeff',
  tabs: '\t',
  'combining marks': '\u0301\u0323',
  'marks of kana': '\uff9e\u0301',
  'marks of Hebrew': '\u05b0\u05c1\u0591',
  'opening brackets': '(',
  'square brackets': '[',
  'corner brackets': '「',
  greater: '>',
  less: '<',
  'greater and blanks': '> ',
  joiners: '\u200d',
  'non-joiners and blanks': '\u200c ',
  'direction marks': '\u200f',
  embeddings: '\u202b',
  isolates: '\u2066',
  selectors: '\ufe0f',
  tags: '\u{e0061}',
  flags: '\u{1f1e6}',
  fillers: '\u3164',
  controls: '\u0002',
  halves: '\ud83d',
  letters: 'a',
  'letters apart': 'a.',
  kanji: '字',
  'kanji apart': '字 ',
  ligatures: 'ﷺ',
  articles: 'ال',
  astral: '𠮷',
  hangul: '\u1112\u1161\u11ab',
  dots: '.',
  hyphens: '-',
  at: '@',
  slashes: '/',
  addresses: 'http://a',
  'beginnings of addresses': 'https://',
  www: 'www.',
  percent: '%',
  escapes: '%e2',
  ampersands: '&',
  quotes: '"',
  semicolons: ';',
  dollars: '$&',
  backslashes: '\\',
  braces: '{',
  tag: '<a ',
  bbcode: '[url',
}
const size = 16_384
const filled = (filling: string, length: number) => `a${filling.repeat(Math.ceil(length / filling.length))}b`

test('every function that takes text from outside is measured, or it is said why not', () => {
  const known = textFunctions()
  const missing = known.filter((name) => !drivers[name] && !others.some(([, what]) => what.test(name)))
  expect(missing).toEqual([])
  // A driver of what has another name by now would measure nothing that is used.
  expect(Object.keys(drivers).filter((name) => !isThere(name))).toEqual([])
})

test.each(Object.entries(drivers))('%s', (_name, work) => {
  for (const [name, filling] of Object.entries(fillings)) {
    const text = filled(filling, size)
    // What grew with the square would take longer than this.
    if (spent(() => work(text)) < quick) continue
    expect(
      growth((length) => void work(filled(filling, length)), size),
      name,
    ).toBeLessThan(linear)
  }
})

const quick = 40_000

/** Microseconds of this thread. */
function spent(work: () => unknown) {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return user + system
}
