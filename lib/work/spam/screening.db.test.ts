import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { finding, input } from '@/lib/i18n/statements/statement'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import { decide } from '@/lib/moderation/decisions/commands'
import { commentHistory } from '@/lib/moderation/decisions/history-queries'
import { queuePage } from '@/lib/moderation/queue/queries'
import { checkAgain, checkAllAgain, recheckProgress } from '@/lib/moderation/screening/recheck-commands'
import { addWordRule } from '@/lib/moderation/words/commands'
import { aFakeChecker } from '@/lib/spam/testing/fake-checker'
import { aBreaker } from './breaker'
import type { Ports } from '../ports'
import { doJob } from '../testing/do-job'

beforeEach(async () => {
  await pool().query('delete from pgboss.job')
  await db.wordRule.deleteMany()
  await db.setting.deleteMany()
})

const ports = (changes: Partial<Ports> = {}): Ports => ({
  spam: aFakeChecker(),
  breaker: aBreaker(),
  siteUrl: 'http://localhost:3000',
  ...changes,
})
const run = (commentId: string, data: object = {}, changes: Partial<Ports> = {}) =>
  doJob('check-spam', { id: randomUUID(), data: { commentId, attempt: 1, ...data } }, ports(changes))
const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status
const settings = (value: object) => db.setting.create({ data: { key: 'discussion', value } })

test('why it was held is kept with the comment, and shown in the queue', async () => {
  const editor = await anActor()
  const { id } = await aComment({ traced: true, text: 'see https://a.example and https://b.example' })
  await run(id)
  const { comments } = await queuePage(editor, { status: 'pending' })
  const { screening } = comments.find((comment) => comment.id === id)!
  expect(screening.map(({ rule, verdict }) => `${rule}: ${verdict}`)).toEqual([
    'disallowed-words: nothing',
    'standing-rule: nothing',
    'moderation-words: nothing',
    'links: hold',
    'staff-look-alike: nothing',
    'flood: nothing',
    'hidden-field: nothing',
    'time-to-fill: nothing',
    'browser-work: nothing',
    'spam-verdict: nothing',
    'learning-filter: nothing',
    'waits-for-editor: hold',
  ])
  expect(screening[3]).toMatchObject({
    input: input('links', { count: 2 }),
    why: finding('links-many', { limit: 2 }),
  })
})

test('links that a reply quotes are none of its own, unless it brings them along', async () => {
  const editor = await anActor()
  const edition = await anEdition({ text: 'It began at https://c.example.' })
  const text = 'see https://a.example and https://b.example'
  const parent = await aComment({ edition, status: 'approved', text })
  const removed = await aComment({ edition, status: 'spam', text })
  const linksIn = async (parentId: string, text: string) => {
    const { id } = await aComment({ edition, traced: true, parentId, text })
    await run(id)
    const { comments } = await queuePage(editor, { status: 'pending' })
    return comments.find((comment) => comment.id === id)!.screening[3]!.input
  }
  const quotation = `> ${text}\n> began at https://c.example\n\nThanks!`
  expect(await linksIn(parent.id, quotation)).toEqual(input('links', { count: 0 }))
  expect(await linksIn(parent.id, `${quotation}\n> https://d.example`)).toEqual(input('links', { count: 1 }))
  expect(await linksIn(removed.id, quotation)).toEqual(input('links', { count: 2 }))
})

test('a disallowed word sends it to the trash unasked, by a record, and the hit is counted once', async () => {
  const editor = await anActor()
  await addWordRule(editor, { list: 'disallowed', pattern: 'casino' })
  const spam = aFakeChecker()
  const { id } = await aComment({ traced: true, text: 'The best CASINO' })
  await run(id, {}, { spam })
  await run(id, {}, { spam })
  expect(await statusOf(id)).toBe('trash')
  expect(spam.asked).toEqual([])
  expect(await db.moderationDecision.findMany({ where: { commentId: id } })).toMatchObject([
    {
      rule: 'disallowed-words',
      reason: null,
      why: 'word-found',
      whyParameters: { line: 'casino', field: 'text' },
    },
  ])
  expect(await db.wordRule.findFirst({ where: { pattern: 'casino' } })).toMatchObject({
    hits: 1,
    lastHitAt: expect.any(Date),
  })
})

test('a line of symbols sends it to the trash as well, and counts its hits', async () => {
  const editor = await anActor()
  await addWordRule(editor, { list: 'disallowed', pattern: '😀' })
  const { id } = await aComment({ traced: true, text: 'The best 😀️ here' })
  await run(id)
  expect(await statusOf(id)).toBe('trash')
  expect(await db.wordRule.findFirst({ where: { pattern: '😀' } })).toMatchObject({ hits: 1 })
})

test('nothing is published under “hold everybody”; what no rule holds is under “nobody”, once it is checked', async () => {
  const edition = await anEdition()
  const [held, free, unchecked] = await Promise.all(
    [1, 2, 3].map(async () => (await aComment({ edition, traced: true })).id),
  )
  await run(held!)
  expect(await statusOf(held!)).toBe('pending')
  await settings({ hold: 'nobody' })
  await run(unchecked!, {}, { spam: aFakeChecker('unknown') })
  expect(await statusOf(unchecked!)).toBe('pending')
  await run(free!)
  expect(await statusOf(free!)).toBe('approved')
})

test('under “first-timers” who was approved before is published, and nobody who only says so', async () => {
  await settings({ hold: 'first-timers' })
  const edition = await anEdition()
  await aComment({ edition, status: 'approved', name: 'Rea', email: 'Rea@example.org' })
  const ids = await Promise.all(
    ['rea@example.org', 'other@example.org'].map(
      async (email) => (await aComment({ edition, traced: true, email })).id,
    ),
  )
  for (const id of ids) await run(id)
  expect(await Promise.all(ids.map(statusOf))).toEqual(['approved', 'pending'])
})

test('what Akismet wants to look at again is not published before its last word', async () => {
  await settings({ hold: 'nobody' })
  const spam = aFakeChecker()
  spam.answer = { verdict: 'ham', why: finding('akismet-ham'), recheckAfter: 120 }
  const { id } = await aComment({ traced: true })
  await run(id, {}, { spam })
  expect(await statusOf(id)).toBe('pending')
  await run(id, { attempt: 2, looks: 3 }, { spam })
  expect(await statusOf(id)).toBe('approved')
})

test('the second opinion: learnt words hold what the checker lets pass, and say which', async () => {
  await settings({ hold: 'nobody' })
  const lesson = (token: string, spam: number, ham: number) => ({ token, spam, ham })
  await db.filterToken.createMany({
    data: [
      lesson('lessons', 40, 40),
      ...['casino', 'bonus', 'pills', 'cheap', 'offer'].map((word) => lesson(`w:${word}`, 30, 0)),
    ],
  })
  const { id } = await aComment({ traced: true, text: 'casino bonus pills cheap offer' })
  await run(id)
  expect(await statusOf(id)).toBe('pending')
  const step = await db.screeningStep.findFirst({ where: { commentId: id, rule: 'learning-filter' } })
  expect(step).toMatchObject({ verdict: 'hold', why: 'learned' })
  expect(step?.whyParameters).toMatchObject({ for: expect.stringMatching(/(^|\n)w:casino(\n|$)/) })
  await db.filterToken.deleteMany()
})

test('check again: one comment is asked about anew though it was settled, with the reason', async () => {
  const editor = await anActor()
  const { id } = await aComment({ traced: true })
  await run(id)
  expect(await checkAgain(editor, id)).toEqual({ ok: true, value: { commentId: id } })
  const spam = aFakeChecker('spam')
  await run(id, { reason: 'recheck_queue' }, { spam })
  expect(spam.asked[0]!.recheck).toBe('recheck_queue')
  expect(await statusOf(id)).toBe('spam')
  expect(await checkAgain(editor, id)).toEqual({ ok: false, refusal: 'not-possible' })
  for (const odd of [undefined, null, 1, {}, 'x', { not: '' }, randomUUID()])
    expect(await checkAgain(editor, odd)).toEqual({ ok: false, refusal: 'not-found' })
  await expect(checkAgain(undefined as never, id)).rejects.toThrow()
})

test('check all again: a job for each that waits, with progress, and not twice at once', async () => {
  const editor = await anActor('editor', 'Edith')
  await db.comment.updateMany({ where: { status: 'pending' }, data: { status: 'trash' } })
  const edition = await anEdition()
  for (let count = 0; count < 3; count++) await aComment({ edition, traced: true })
  await aComment({ edition, traced: true, status: 'approved' })
  expect(await checkAllAgain(editor)).toMatchObject({ ok: true, value: { total: 3 } })
  expect(await checkAllAgain(editor)).toEqual({ ok: false, refusal: 'running' })
  const jobs = await pool().query<{ id: string; data: object }>(
    `select id, data from pgboss.job where name = 'check-spam'`,
  )
  const [first] = jobs.rows
  await doJob('check-spam', first!, ports({ spam: aFakeChecker('spam') }))
  await pool().query(`update pgboss.job set state = 'completed', completed_on = now() where id = $1`, [
    first!.id,
  ])
  expect(await recheckProgress(editor)).toMatchObject({ total: 3, done: 1, spam: 1, by: 'Edith' })
})

test('the history tells everything, newest first, and nothing to strangers', async () => {
  const editor = await anActor('editor', 'Edith')
  const { id } = await aComment({ traced: true })
  const spam = aFakeChecker('spam')
  spam.answer.guid = 'guid-1'
  await run(id, {}, { spam })
  await decide(editor, { commentId: id, seen: 'spam', becomes: 'approved', reason: 'a friend' })
  const history = await commentHistory(editor, id)
  const why = finding('note', { text: 'told so' })
  for (const happening of [
    { kind: 'feedback', by: 'Edith', state: 'waiting', lesson: 'ham' },
    { kind: 'decision', by: 'Edith', from: 'spam', to: 'approved', reason: 'a friend', why: null },
    { kind: 'decision', by: null, rule: 'spam-verdict', from: 'pending', to: 'spam', reason: null, why },
    { kind: 'verdict', checker: 'fake', verdict: 'spam', why, guid: 'guid-1', asked: null },
    { kind: 'sent', name: 'Rea' },
  ])
    expect(history!.happenings).toContainEqual(expect.objectContaining(happening))
  expect(history!.happenings.at(-1)!.kind).toBe('sent')
  expect(await commentHistory(editor, 'x')).toBeUndefined()
  await expect(commentHistory(undefined as never, id)).rejects.toThrow()
})

test('what the rules saw is erased with the trace; the counts of the filter stay', async () => {
  const { id } = await aComment({ traced: true })
  await run(id)
  await db.screeningStep.updateMany({
    where: { commentId: id },
    data: { at: new Date(Date.now() - 31 * 86_400_000) },
  })
  await doJob('forget-traces', { id: randomUUID(), data: {} }, ports())
  const steps = await db.screeningStep.findMany({ where: { commentId: id } })
  expect(steps.length).toBeGreaterThan(0)
  for (const { input, inputParameters, why } of steps)
    expect({ input, inputParameters, why }).toEqual({
      input: null,
      inputParameters: {},
      why: expect.any(String),
    })
})
