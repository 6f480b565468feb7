import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSubmission, type ProblemCode } from './schema'

const blank = {
  ...{ comment: 'Hello', author: 'Rea', email: 'rea@example.org', url: '', answer: '8', challenge: 'token' },
  ...{ submission_key: randomUUID(), parent: '', company: '', chapter: randomUUID() },
}
const problemsOf = (fields: unknown) => {
  const read = readSubmission(fields)
  return read.ok ? {} : read.problems
}
const valueOf = (fields: object) => {
  const read = readSubmission({ ...blank, ...fields })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

test('a form is read into a submission', () => {
  expect(valueOf({ comment: ' one\r\ntwo\rthree ', url: 'example.org', author: 'Rea\u0301 ' })).toMatchObject(
    {
      ...{ text: 'one\ntwo\nthree', name: 'Re\u00e1', email: 'rea@example.org', url: 'https://example.org/' },
      ...{
        chapterId: blank.chapter,
        submissionKey: blank.submission_key,
        parentId: undefined,
        honeypot: undefined,
      },
    },
  )
})

test('several problems are told at once, and the text is kept', () => {
  const read = readSubmission({
    ...blank,
    comment: ' ',
    author: '',
    email: 'rea',
    url: 'javascript:alert(1)',
  })
  expect(read).toEqual({
    ok: false,
    problems: { comment: 'comment-missing', author: 'name-missing', email: 'email-wrong', url: 'url-wrong' },
    typed: { comment: ' ', author: '', email: 'rea', url: 'javascript:alert(1)' },
  })
})

const rtl = '\u202e'
const cases: [field: keyof typeof blank, value: string, problem: ProblemCode | undefined][] = [
  ['comment', 'a\0b', 'characters'],
  ['comment', 'a\u0007b', 'characters'],
  ['comment', 'a\u0085b', 'characters'],
  ['comment', 'a\ud800b', 'characters'],
  ['comment', 'tab\tand\nline', undefined],
  ['comment', `bidi ${rtl} is text`, undefined],
  ['comment', '\u200b\u2060\u3164\ufeff', 'comment-missing'],
  ['comment', 'あ'.repeat(21_841), undefined],
  ['comment', 'あ'.repeat(21_842), 'comment-long'],
  ['comment', 'a'.repeat(65_525), undefined],
  ['comment', 'a'.repeat(65_526), 'comment-long'],
  ['comment', '\n'.repeat(70_000), 'comment-missing'],
  ['author', '', 'name-missing'],
  ['author', '\u200b\u200d', 'name-missing'],
  ['author', 'Re\na', 'characters'],
  ['author', 'Re\ta', 'characters'],
  ['author', `Rea${rtl}`, 'characters'],
  ['author', 'a\udc00', 'characters'],
  ['author', '𠮷'.repeat(245), undefined],
  ['author', '𠮷'.repeat(246), 'name-long'],
  ['author', '名'.repeat(245), undefined],
  ['email', '', 'email-missing'],
  ['email', 'rea@example', 'email-wrong'],
  ['email', 'rea @example.org', 'email-wrong'],
  ['email', 'rea@example.org\nBcc: x@example.org', 'characters'],
  ['email', `${'a'.repeat(88)}@example.org`, undefined],
  ['email', `${'a'.repeat(89)}@example.org`, 'email-long'],
  ['url', 'example.org/路', undefined],
  ['url', 'http://例え.jp', undefined],
  ['url', 'example.org:8080/x', undefined],
  ['url', 'http://[2001:db8::1]/', undefined],
  ['url', 'ftp://example.org', 'url-wrong'],
  ['url', 'javascript:alert(1)', 'url-wrong'],
  ['url', 'java\nscript:alert(1)', 'characters'],
  ['url', 'JaVaScRiPt://example.org/%0aalert(1)', 'url-wrong'],
  ['url', 'data:text/html,x', 'url-wrong'],
  ['url', 'https://me:secret@example.org', 'url-wrong'],
  ['url', 'https://', 'url-wrong'],
  ['url', 'two words', 'url-wrong'],
  ['url', 'https://example.org/two words', 'url-wrong'],
  ['url', 'example', 'url-wrong'],
  ['url', `https://example.org/${'路'.repeat(180)}`, undefined],
  ['url', `https://example.org/${'a'.repeat(181)}`, 'url-long'],
]
test.each(cases)('%s %j: %s', (field, value, problem) => {
  expect(problemsOf({ ...blank, [field]: value })).toEqual(problem ? { [field]: problem } : {})
})

describe('what is not a form', () => {
  const odd = [1, true, [], ['a'], ['a', 'b'], {}, { contains: '' }, new Date(), new Map(), new Blob(['x'])]
  test.each([undefined, null, 'text', ...odd])('%o is broken', (fields) => {
    expect(problemsOf(fields).form).toMatch(/form-broken|chapter-missing/)
  })
  test.each(Object.keys(blank))('%s of a wrong type is broken', (field) => {
    for (const value of [null, ...odd])
      expect(problemsOf({ ...blank, [field]: value })).toEqual({ form: 'form-broken' })
  })
  test.each([
    ['chapter', 'chapter-missing'],
    ['parent', 'parent-missing'],
    ['submission_key', 'form-broken'],
  ])('%s that is no id: %s', (field, problem) => {
    for (const value of ['x', "' or 1=1", '../..', `${randomUUID()}0`, '\0']) {
      expect(problemsOf({ ...blank, [field]: value })).toEqual({ form: problem })
    }
  })
})

test('whatever is typed, what is accepted can be stored and what is shown again is well formed', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.webUrl(), fc.emailAddress())
  fc.assert(
    fc.property(anything, anything, anything, anything, (comment, author, email, url) => {
      const read = readSubmission({ ...blank, comment, author, email, url })
      const stored = read.ok ? [read.value.text, read.value.name, read.value.email, read.value.url ?? ''] : []
      const shown = Object.values(read.ok ? read.value.typed : read.typed) as string[]
      for (const text of [...stored, ...shown]) {
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toMatch(/\0/)
      }
      for (const text of stored) expect(text.normalize('NFC')).toBe(text)
      if (read.ok && read.value.url) expect(new URL(read.value.url).protocol).toMatch(/^https?:$/)
    }),
    { numRuns: 500 },
  )
})

test('a form can be read again with what was read from it', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (comment) => {
      const first = readSubmission({ ...blank, comment })
      if (first.ok) expect(valueOf({ comment: first.value.text }).text).toBe(first.value.text)
    }),
  ))

test('the trap is a signal and never a problem', () => {
  expect(valueOf({ company: ' Acme\0\ud800 ' }).honeypot).toBe('Acme\ufffd')
})
