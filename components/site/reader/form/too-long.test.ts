import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { commentLimits } from '@/lib/comments/rules'
import { readSubmission } from '@/lib/comments/submit/schema'
import { sayTooLong } from './too-long'

afterEach(() => void vi.unstubAllGlobals())

/** What the page's script says beside a field of this value. */
function said(name: 'author' | 'email' | 'url' | 'comment', value: string): boolean {
  const place = { textContent: '' }
  vi.stubGlobal('document', { querySelector: () => place })
  const form = { dataset: { tooLong: '{count} of {most}' } }
  const most = {
    author: commentLimits.name,
    email: commentLimits.email,
    url: commentLimits.url,
    comment: commentLimits.textBytes,
  }[name]
  const dataset = { most: String(most), unit: name === 'comment' ? 'bytes' : undefined }
  sayTooLong(form as never, { target: { value, name, dataset } } as never)
  return place.textContent !== ''
}
const refused = (name: string, value: string) => {
  const read = readSubmission({
    chapter: randomUUID(),
    comment: 'x',
    author: 'x',
    email: 'x@example.org',
    [name]: value,
  })
  const problem = read.ok ? undefined : read.problems[name as 'author']
  return problem?.endsWith('-long') ?? false
}

const letters = [
  'a',
  'é',
  'が'.normalize('NFD'),
  '한'.normalize('NFD'),
  '字',
  '𠮷',
  '🌊',
  '👨‍👩‍👧',
  'ع',
  'ﷺ',
  'नि',
]

test.each(letters)(
  'of “%s” the form takes as many as the server, and says so at the same number',
  (letter) => {
    const size = [...letter.normalize()].length
    const bytes = new TextEncoder().encode(letter.normalize()).length
    for (const [name, most] of [
      ['author', Math.floor(commentLimits.name / size)],
      ['comment', Math.floor(commentLimits.textBytes / bytes)],
    ] as const)
      for (const [count, long] of [
        [most, false],
        [most + 1, true],
      ] as const) {
        const value = letter.repeat(count)
        expect([said(name, value), refused(name, value)], `${count} for ${name}`).toEqual([long, long])
      }
  },
)

test('blank ends are not counted, by neither', () => {
  const value = `  ${'字'.repeat(commentLimits.name)}  `
  expect([said('author', value), refused('author', value)]).toEqual([false, false])
})

test.each([
  ['\u3000', 3],
  ['  ', 2],
  ['\n \n\n\u3000', 3],
  ['\n\n', 0],
])('%j before a text counts as %i bytes, for both', (start, counted) => {
  for (const [more, long] of [
    [0, false],
    [1, true],
  ] as const) {
    const value = `${start}${'a'.repeat(commentLimits.textBytes - counted + more)} \n\u3000`
    expect([said('comment', value), refused('comment', value)]).toEqual([long, long])
  }
})

test('whatever is typed as a name, both say the same', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 150, maxLength: 400 }), (value) => {
      fc.pre(!/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u.test(value))
      expect(said('author', value)).toBe(refused('author', value))
    }),
    { numRuns: 300 },
  ))
