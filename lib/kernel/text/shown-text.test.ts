import { expect, test } from 'vitest'
import { isBlank } from './shown-text'

test.each(
  [
    ['', ' ', '\u3000\u00a0', '\n\t', '\0', '\u0085', '\u00ad', '\u034f', '\u061c', '\u115f\u1160', '\u180e'],
    [
      '\u200b\u200c\u200d\u200e\u2060\u2062',
      '\u202e',
      '\u2066',
      '\u2800',
      '\u3164',
      '\uffa0',
      '\ufeff',
      '\ufe0f',
    ],
    [
      '\ufff9\ufffb',
      '\u{13430}',
      '\u{13441}\u{13442}',
      '\u{16fe4}',
      '\u{1d159}',
      '\u{1d173}',
      '\u{e0041}',
      '\u17b4',
    ],
  ].flat(),
)('of %j nothing is seen', (text) => expect(isBlank(text)).toBe(true))

test.each([
  'a',
  '.',
  '\u0301',
  '۝',
  '\u0600',
  '\u070f',
  '\u{110bd}',
  '〿',
  '☐',
  '\ufffd',
  '\u{1d157}',
  '𓀀',
  '々',
])('of %j something is', (text) => {
  expect(isBlank(text)).toBe(false)
  expect(isBlank(`\u3164${text}\u{1d159}`)).toBe(false)
})
