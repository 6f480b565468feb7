import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCommentText, readSubmission } from './schema'
import type { ProblemCode } from './types'

const blank = {
  comment: 'Hello',
  author: 'Rea',
  email: 'rea@example.org',
  url: '',
  answer: '8',
  challenge: 'token',
  submission_key: randomUUID(),
  parent: '',
  unseen: '',
  chapter: randomUUID(),
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
      text: ' one\ntwo\nthree',
      name: 'Re\u00e1',
      email: 'rea@example.org',
      url: 'https://example.org/',
      chapterId: blank.chapter,
      submissionKey: blank.submission_key,
      parentId: undefined,
      honeypot: undefined,
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
  ['comment', 'tab\tand\nline', undefined],
  ['comment', `bidi ${rtl} is text`, undefined],
  ['comment', '\u200b\u2060\u3164\ufeff', 'comment-missing'],
  ['comment', 'あ'.repeat(21_841), undefined],
  ['comment', 'あ'.repeat(21_842), 'comment-long'],
  ['comment', 'a'.repeat(65_525), undefined],
  ['comment', 'a'.repeat(65_526), 'comment-long'],
  ['comment', '\n'.repeat(70_000), 'comment-missing'],
  ['comment', '\u3164'.repeat(30_000), 'comment-missing'],
  ['author', '', 'name-missing'],
  ['author', '\u200b\u200d', 'name-missing'],
  ['author', `Rea${rtl}`, 'characters U+202E 4 Rea'],
  ['author', `${rtl}Rea`, 'characters U+202E 1 '],
  ['author', `𠮷 é${'\u0301'.repeat(2)} ${rtl}x`, 'characters U+202E 7 𠮷 é\u0301\u0301'],
  ['author', 'a\u202db', 'characters U+202D 2 a'],
  ['author', '𠮷'.repeat(245), undefined],
  ['author', '𠮷'.repeat(246), 'name-long'],
  ['author', '名'.repeat(245), undefined],
  ['email', '', 'email-missing'],
  ['email', 'rea@example', 'email-wrong'],
  ['email', 'rea lee@example.org', 'email-wrong'],
  ['email', 'rea@example.org\nBcc: x@example.org', 'email-wrong'],
  ['email', 'bjørn@example.org', 'email-character U+00F8 3 bj'],
  ['email', '用户@例子.中国', 'email-character U+7528 1 '],
  ['email', `leser@${'ü'.repeat(50)}.${'ü'.repeat(50)}.example`, 'email-long'],
  ['email', `${'a'.repeat(88)}@example.org`, undefined],
  ['email', `${'a'.repeat(89)}@example.org`, 'email-long'],
  ['url', 'example.org/路', undefined],
  ['url', 'http://例え.jp', undefined],
  ['url', 'example.org:8080/x', undefined],
  ['url', 'http://[2001:db8::1]/', undefined],
  ['url', 'ftp://example.org', 'url-wrong'],
  ['url', 'javascript:alert(1)', 'url-wrong'],
  ['url', 'java\nscript:alert(1)', 'url-wrong'],
  ['url', 'JaVaScRiPt://example.org/%0aalert(1)', 'url-wrong'],
  ['url', 'data:text/html,x', 'url-wrong'],
  ['url', 'https://me:secret@example.org', 'url-wrong'],
  ['url', 'https://', undefined],
  ['url', 'なし。', undefined],
  ['url', '2024', 'url-wrong'],
  ['url', '12:30', 'url-wrong'],
  ['url', 'two words', 'url-wrong'],
  ['url', 'https://example.org/two words', 'url-wrong'],
  ['url', 'example', 'url-wrong'],
  ['url', `https://example.org/${'路'.repeat(180)}`, undefined],
  ['url', `https://example.org/${'a'.repeat(181)}`, 'url-long'],
]
test.each(cases)('%s %j: %s', (field, value, problem) => {
  expect(problemsOf({ ...blank, [field]: value })).toEqual(problem ? { [field]: problem } : {})
})

type Field = 'text' | 'name' | 'email' | 'url'
const mended: [field: string, typed: string, as: Field, kept: string | undefined][] = [
  ['comment', 'First line\u000bsecond line', 'text', 'First line\nsecond line'],
  ['comment', 'light\u0002house', 'text', 'lighthouse'],
  ['comment', 'a\0b\u0007c\ud800d\udc00', 'text', 'abcd'],
  [
    'comment',
    'one\ftwo\u0085three\u2028four\u2029five\rsix\r\nseven',
    'text',
    'one\ntwo\nthree\nfour\nfive\nsix\nseven',
  ],
  ['comment', '\n \n\u3000雨が降った。\n\n', 'text', '\u3000雨が降った。'],
  ['comment', '\ufeffHello', 'text', 'Hello'],
  ['author', 'ليلى\u200f', 'name', 'ليلى'],
  ['author', '\u2068Rea\u2069', 'name', 'Rea'],
  ['author', ' Re\u200ba\t\nLee\u0002 ', 'name', 'Rea Lee'],
  ['author', '\u202bليلى\u202c', 'name', 'ليلى'],
  ['author', 'می\u200cشود', 'name', 'می\u200cشود'],
  ['author', '\u200cمی\u200c\u200cشود \u200d', 'name', 'می\u200cشود'],
  ['author', 'Rea 👩\u200d🚀❤\ufe0f', 'name', 'Rea 👩\u200d🚀❤\ufe0f'],
  ['author', '葛\u{e0100}城', 'name', '葛\u{e0100}城'],
  ['email', '\u200flayla@example.org', 'email', 'layla@example.org'],
  ['email', 'leser@münchen.example', 'email', 'leser@xn--mnchen-3ya.example'],
  ['email', 'taro＠ｅｘａｍｐｌｅ。ｊｐ\u3000', 'email', 'taro@example.jp'],
  ['email', 'ｔａｒｏ＠example．jp', 'email', 'taro@example.jp'],
  ['email', 'mailto:rea@example.org', 'email', 'rea@example.org'],
  ['email', '<Rea.Lee+x@example.org> ', 'email', 'Rea.Lee+x@example.org'],
  ['email', 're\u00ada@exam\u200bple.org.', 'email', 'rea@example.org'],
  ['url', '\u200ehttps://example.org/\u202etxt', 'url', 'https://example.org/txt'],
  ['url', 'https://', 'url', undefined],
  ['url', 'なし。', 'url', undefined],
  ['url', 'example.org、', 'url', 'https://example.org/'],
  ['email', 'Rea Lee <rea@example.org>', 'email', 'rea@example.org'],
  ['email', 'rea@example.org,', 'email', 'rea@example.org'],
  ['url', 'https:\\\\127.0.0.1\\x', 'url', 'https://127.0.0.1/x'],
  [
    'url',
    'https://fa.wikipedia.example/wiki/می\u200cشود',
    'url',
    'https://fa.wikipedia.example/wiki/%D9%85%DB%8C%E2%80%8C%D8%B4%D9%88%D8%AF',
  ],
  ['url', `https://example.org/${'路'.repeat(180)}`, 'url', `https://example.org/${'%E8%B7%AF'.repeat(180)}`],
]
test.each(mended)('%s %j is kept as %s: %j', (field, typed, as, kept) =>
  expect(valueOf({ [field]: typed })[as]).toBe(kept),
)

describe('what is longer than a field may be is looked at no further, and all of it is shown again', () => {
  const unit = { comment: 'text', author: 'name', email: 'email', url: 'url' }
  test.each(Object.keys(unit))('%s', (field) => {
    for (const part of ['a\u0301\u0323', '\ufeff a', 'x\n', '((', '> '])
      expect(problemsOf({ ...blank, [field]: `a${part.repeat(200_000 / part.length)}b` })).toEqual({
        [field]: field === 'author' ? 'name-long' : `${field}-long`,
      })
    const read = readSubmission({ ...blank, [field]: `a${' '.repeat(300_000)}b` })
    expect(read.ok).toBe(false)
    expect((read as { typed: object }).typed).toHaveProperty(field, `a${' '.repeat(300_000)}b`)
  })
  test('but blanks at the ends are nothing', () => {
    expect(valueOf({ comment: `${' \n'.repeat(150_000)} a${' \n'.repeat(150_000)}` }).text).toBe(' a')
  })
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
  expect(valueOf({ unseen: ' Acme\0\ud800 ' }).honeypot).toBe('Acme\ufffd')
})

test('a form from before is taken, and what a browser has filled into its hidden field says nothing', () => {
  const read = valueOf({ unseen: undefined, company: 'Acme' })
  expect(read.honeypot).toBeUndefined()
  expect(JSON.stringify(read)).not.toContain('Acme')
})

describe('what the settings do not ask for', () => {
  const wanted = { nameAndEmailRequired: false, websiteField: false }
  const read = (fields: object) => readSubmission({ ...blank, ...fields }, wanted)

  test('may be left out, and what shows nothing is nothing', () => {
    for (const nothing of ['', ' ', '\u200b'])
      expect(read({ author: nothing, email: nothing })).toMatchObject({
        ok: true,
        value: { name: '', email: '' },
      })
  })

  test('is what it should be all the same, where it is there', () => {
    const long = { author: '𠮷'.repeat(246), email: 'rea' }
    expect(read(long)).toMatchObject({ problems: { author: 'name-long', email: 'email-wrong' } })
    expect(read({ comment: '' })).toMatchObject({ problems: { comment: 'comment-missing' } })
  })

  test('is not kept, where a form of before has it', () => {
    expect(read({ url: 'example.org' })).toMatchObject({ ok: true, value: { url: undefined } })
    expect(read({ url: 'two words' })).toMatchObject({ ok: true, value: { url: undefined } })
  })
})

test('ids are read in whatever letters they come', () => {
  const [chapter, parent, key] = [randomUUID(), randomUUID(), randomUUID()]
  const upper = {
    chapter: chapter.toUpperCase(),
    parent: parent.toUpperCase(),
    submission_key: key.toUpperCase(),
  }
  expect(valueOf(upper)).toMatchObject({ chapterId: chapter, parentId: parent, submissionKey: key })
  expect(valueOf({ submission_key: '', parent: undefined })).toMatchObject({
    submissionKey: undefined,
    parentId: undefined,
  })
})

test.each([
  ['yes', true],
  ['no', false],
  ['', false],
  [undefined, false],
])('who writes %j wants to be told by mail: %s', (follow, wants) =>
  expect(valueOf({ follow }).follow).toBe(wants),
)

test('what a script has worked out is kept as far as it can be a number, and not said where there is none', () => {
  expect(valueOf({ work: '1'.repeat(30) }).work).toBe('1'.repeat(20))
  expect(valueOf({ work: '' })).not.toHaveProperty('work')
})

test('an answer is a short line', () => {
  expect(valueOf({ answer: ` ${'1'.repeat(300)} ` }).answer).toBe('1'.repeat(200))
  expect(valueOf({ answer: '\u20078\n' }).answer).toBe('8')
  expect(valueOf({ unseen: ` ${'x'.repeat(300)}` }).honeypot).toBe('x'.repeat(200))
})

test('a token that no challenge has is not looked at', () => {
  expect(valueOf({ challenge: 'x'.repeat(1_000) }).token).toHaveLength(1_000)
  expect(problemsOf({ ...blank, challenge: 'x'.repeat(1_001) })).toEqual({ form: 'form-broken' })
})

test('of several things that make a form none, the chapter or the parent is named only where it is all', () => {
  const [chapter, parent] = ['x', 'x']
  expect(problemsOf({ ...blank, chapter, parent })).toEqual({ form: 'form-broken' })
  expect(problemsOf({ ...blank, parent, challenge: 7 })).toEqual({ form: 'form-broken' })
})

test.each([
  ['Hello\r\n', { ok: true, text: 'Hello' }],
  ['', { ok: false, problem: 'comment-missing' }],
  ['x'.repeat(65_526), { ok: false, problem: 'comment-long' }],
  [7, { ok: false, problem: 'form-broken' }],
  [undefined, { ok: false, problem: 'form-broken' }],
])('the text of a comment by itself: %j', (value, read) => expect(readCommentText(value)).toEqual(read))

test('what comes that is no text is shown as nothing', () => {
  const typed = { comment: 7, author: ['x'], email: null, url: {} }
  expect(readSubmission(typed)).toMatchObject({
    ok: false,
    typed: { comment: '', author: '', email: '', url: '' },
  })
})
