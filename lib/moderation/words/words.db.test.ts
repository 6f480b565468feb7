import { randomUUID } from 'node:crypto'
import { partsOfProblem } from '@/lib/kernel/text/typed-text'
import { hostileStrings } from '@/e2e/support/hostile/hostile'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import type { StaffActor } from '@/lib/people/permissions'
import { readPattern, sameAs } from '@/lib/spam/words/pattern'
import { wordRules } from '@/lib/spam/words/queries'
import { addWordRule, removeWordRule } from './commands'
import { listedWords, previewWord, wordsInForce } from './queries'

let editor: StaffActor
beforeAll(async () => void (editor = await anActor('editor', 'Edith')))
afterEach(async () => {
  await db.wordRule.deleteMany()
  await db.comment.deleteMany()
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Every line that is shown, of both lists. */
const shown = async (find?: unknown) => (await listedWords(editor, find)).lists.flatMap(({ words }) => words)

test('a line is added, listed, in force, and taken away', async () => {
  const added = await addWordRule(editor, {
    list: 'disallowed',
    pattern: ' Casino ',
    note: 'June wave',
    until: inDays(3),
  })
  if (!added.ok) throw new Error(added.refusal)
  expect(await shown()).toMatchObject([
    {
      line: 'Casino',
      list: 'disallowed',
      kind: 'words',
      note: 'June wave',
      hits: 0,
      by: 'Edith',
      isExpired: false,
    },
  ])
  expect((await wordRules()).map(({ line }) => line)).toEqual(['Casino'])
  expect(await removeWordRule(editor, added.value.id)).toMatchObject({ ok: true })
  expect(await removeWordRule(editor, added.value.id)).toEqual({ ok: false, refusal: 'not-found' })
})

test('a line past its last day is in force no more, and still listed', async () => {
  await addWordRule(editor, { list: 'moderation', pattern: 'casino', until: inDays(1) })
  await db.wordRule.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } })
  expect(await wordRules()).toEqual([])
  expect(await shown()).toMatchObject([{ isExpired: true }])
  expect(await wordsInForce(editor)).toEqual({ disallowed: 0, moderation: 0 })
})

test.each([
  [{ pattern: '' }, 'pattern-missing'],
  [{ pattern: 'a' }, 'pattern-wide'],
  [{ pattern: 'x'.repeat(300) }, 'pattern-long'],
  [{ list: 'other' }, 'form-broken'],
  [{ pattern: { contains: '' } }, 'form-broken'],
  [{ until: 'soon' }, 'date-wrong'],
  [{ until: '2020-01-01' }, 'date-past'],
  [{ note: 'x'.repeat(501) }, 'note-long'],
])('%o is refused: %s', async (odd, refusal) =>
  expect(await addWordRule(editor, { list: 'disallowed', pattern: 'casino', ...odd } as never)).toEqual({
    ok: false,
    refusal,
  }),
)

test('of thousands of lines the newest are shown, and any is found by what stands in it', async () => {
  await db.wordRule.createMany({
    data: Array.from({ length: 130 }, (_, n) => ({
      id: randomUUID(),
      list: 'moderation' as const,
      pattern: `100%_Casino ${n}`,
      folded: sameAs(`100%_Casino ${n}`),
      createdAt: new Date(Date.UTC(2026, 0, 1) + n * 1_000),
    })),
  })
  await addWordRule(editor, { list: 'disallowed', pattern: '1005 casinos' })
  const { lists, found } = await listedWords(editor)
  expect(found).toBeUndefined()
  expect(lists).toMatchObject([
    { list: 'disallowed', count: 1, words: [{ line: '1005 casinos' }] },
    { list: 'moderation', count: 130 },
  ])
  expect(lists[1]!.words.map(({ line }) => line)).toEqual(
    Array.from({ length: 50 }, (_, place) => `100%_Casino ${129 - place}`),
  )
  expect(await wordsInForce(editor)).toEqual({ disallowed: 1, moderation: 130 })
  expect((await shown('０％＿ＣＡＳＩＮＯ 7')).map(({ line }) => line)).toEqual(
    [79, 78, 77, 76, 75, 74, 73, 72, 71, 70, 7].map((n) => `100%_Casino ${n}`),
  )
  expect(await shown('casinos')).toMatchObject([{ line: '1005 casinos' }])
  expect(await listedWords(editor, 'roulette')).toMatchObject({
    found: 'roulette',
    lists: [{ count: 0 }, { count: 0 }],
  })
  for (const odd of [null, 1, ['casino'], {}, 'x'.repeat(201), ' '])
    expect(await listedWords(editor, odd)).toMatchObject({ lists: [{ count: 1 }, { count: 130 }] })
})

test('the same line in another spelling is there already', async () => {
  await addWordRule(editor, { list: 'disallowed', pattern: 'casino' })
  expect(await addWordRule(editor, { list: 'disallowed', pattern: 'ＣＡＳＩＮＯ' })).toEqual({
    ok: false,
    refusal: 'word-there',
  })
  expect((await addWordRule(editor, { list: 'moderation', pattern: 'casino' })).ok).toBe(true)
})

test('the preview tells which approved comments a new line would have caught, and where', async () => {
  const edition = await anEdition()
  const texts = ['WordPress is fine', 'a press release', 'nothing']
  for (const text of texts) await aComment({ edition, status: 'approved', text, traced: true })
  await aComment({ edition, status: 'pending', text: 'press' })
  expect(await previewWord(editor, 'press')).toMatchObject({
    ok: true,
    value: { looked: 3, caught: 1, samples: [{ field: 'text', excerpt: 'a press release' }] },
  })
  await aComment({ edition, status: 'approved', text: 'Win $$$ 😀', traced: true })
  expect(await previewWord(editor, '$$$')).toMatchObject({ ok: true, value: { looked: 4, caught: 1 } })
  expect(await previewWord(editor, '😀')).toMatchObject({
    ok: true,
    value: { kind: 'symbols', samples: [{ field: 'text', excerpt: 'win $$$ 😀' }] },
  })
  expect(await previewWord(editor, '192.0.2.0/24')).toMatchObject({ ok: true, value: { caught: 4 } })
  expect(await previewWord(editor, 'x')).toEqual({ ok: false, refusal: 'pattern-wide' })
  expect(await previewWord(editor, { not: '' })).toEqual({ ok: false, refusal: 'form-broken' })
})

test('a preview looks at the last 1,000 approved comments and at no more', async () => {
  const { chapterId, editionId } = await anEdition()
  const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 1_000)
  await db.comment.createMany({
    data: Array.from({ length: 1_003 }, (_, n) => ({
      id: randomUUID(),
      submissionKey: randomUUID(),
      chapterId,
      editionId,
      locale: 'en',
      sentAt: at(n),
      status: n === 1_002 ? ('pending' as const) : ('approved' as const),
      name: `Reader ${n}`,
      email: `r${n}@example.org`,
      text: 'Free money, and the tide turned.',
    })),
  })
  const preview = await previewWord(editor, 'free money')
  expect(preview).toMatchObject({ ok: true, value: { looked: 1_000, caught: 1_000 } })
  expect(preview.ok && preview.value.samples.map(({ name }) => name)).toEqual(
    Array.from({ length: 20 }, (_, place) => `Reader ${1_001 - place}`),
  )
})

test('whatever is written as a line is taken or refused by name, in both lists, and can be looked for', async () => {
  await aComment({ status: 'approved' })
  const refusals = [
    'pattern-missing',
    'pattern-long',
    'pattern-wide',
    'form-broken',
    'word-there',
    'characters',
    'note-characters',
  ]
  for (const [place, pattern] of hostileStrings().entries()) {
    // Every line is read alike; looking for it is tried with some of them.
    const preview = place % 10 === 0 ? await previewWord(editor, pattern) : undefined
    if (preview?.ok === false) expect(refusals, pattern).toContain(codeOf(preview.refusal))
    const added = await addWordRule(editor, { list: 'disallowed', pattern, note: pattern.slice(0, 100) })
    if (!added.ok) expect([...refusals, 'note-long'], pattern).toContain(codeOf(added.refusal))
  }
  const kept = await db.wordRule.findMany()
  expect(kept.length).toBeGreaterThan(300)
  expect(kept.filter(({ pattern }) => !readPattern(pattern).ok)).toEqual([])
  expect(await wordRules()).toHaveLength(kept.length)
  for (const { pattern } of kept.filter((_, place) => place % 10 === 0))
    expect((await shown(pattern)).length, pattern).toBeGreaterThan(0)
})

const codeOf = (refusal: string) => partsOfProblem(refusal).code

test('a line and its note are mended; what forces an order in them is refused, which says where', async () => {
  await db.wordRule.deleteMany()
  const line = { list: 'disallowed', pattern: 'casino' } as const
  const stray = 'U+202E 7 casino'
  expect(await addWordRule(editor, { ...line, pattern: 'casino\u202e' })).toEqual({
    ok: false,
    refusal: `characters ${stray}`,
  })
  expect(await previewWord(editor, 'casino\u202e')).toEqual({ ok: false, refusal: `characters ${stray}` })
  expect(await addWordRule(editor, { ...line, note: 'casino\u202e' })).toEqual({
    ok: false,
    refusal: `note-characters ${stray}`,
  })
  expect(await addWordRule(editor, { ...line, pattern: '\u200b\u200b' })).toEqual({
    ok: false,
    refusal: 'pattern-missing',
  })
  expect(await db.wordRule.count()).toBe(0)
  await addWordRule(editor, {
    ...line,
    pattern: '\u2066cas\0i\u200bno\ud800\u200f',
    note: 'from\u000ba\u0007 list',
  })
  expect(await shown()).toMatchObject([{ line: 'casino', note: 'from a list' }])
})

test('a line that is longer once it is folded than an index takes is refused', async () => {
  for (const [letter, count] of [
    ['ﷺ', 200],
    ['𠮷', 200],
    ['㌔', 200],
  ] as const) {
    const added = await addWordRule(editor, { list: 'disallowed', pattern: letter.repeat(count) })
    expect(added.ok || added.refusal, letter).toBe(letter === 'ﷺ' ? 'pattern-long' : true)
  }
})

test('an address of a host in other letters is found as comments have it', async () => {
  await db.comment.deleteMany({})
  await aComment({ status: 'approved', email: 'leser@xn--mnchen-3ya.example' })
  for (const line of ['leser@münchen.example', '@münchen.example', 'LESER@MÜNCHEN.example'])
    expect(await previewWord(editor, line)).toMatchObject({ value: { caught: 1 } })
})

test('nobody else may', async () => {
  for (const nobody of [undefined, null, { role: 'reader' }]) {
    await expect(listedWords(nobody as never)).rejects.toThrow()
    await expect(wordsInForce(nobody as never)).rejects.toThrow()
    await expect(previewWord(nobody as never, 'casino')).rejects.toThrow()
    await expect(addWordRule(nobody as never, { list: 'disallowed', pattern: 'x' })).rejects.toThrow()
    await expect(removeWordRule(nobody as never, randomUUID())).rejects.toThrow()
  }
})
