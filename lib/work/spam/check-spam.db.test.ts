import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startAkismetPeer, type AkismetMode, type AkismetPeer } from '@/e2e/peers/akismet-peer'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor } from '@/lib/db/testing/factories'
import { decide } from '@/lib/moderation/decisions/commands'
import { checkForgotten } from '@/lib/moderation/screening/verdict-commands'
import { akismet } from '@/lib/spam/akismet/akismet'
import { spamSettings } from '@/lib/spam/queries'
import { aFakeChecker } from '@/lib/spam/testing/fake-checker'
import { aBreaker } from './breaker'
import type { Ports } from '../ports'
import { doJob } from '../testing/do-job'

let peer: AkismetPeer
beforeAll(async () => void (peer = await startAkismetPeer()))
afterAll(() => peer.stop())
beforeEach(() => pool().query('delete from pgboss.job'))
afterEach(() => peer.setMode('ham'))

const siteUrl = 'http://localhost:3000'
const ports = (changes: Partial<Ports> = {}): Ports => ({
  spam: akismet({ key: peer.key, url: peer.url, siteUrl, deadlineMs: 300 }),
  breaker: aBreaker(),
  siteUrl,
  ...changes,
})
interface Ask {
  attempt?: number
  looks?: number
  reason?: string
  id?: string
}
const run = (
  commentId: string,
  { attempt = 1, looks, reason, id = randomUUID(), ...changes }: Ask & Partial<Ports> = {},
) => doJob('check-spam', { id, data: { commentId, attempt, looks, reason } }, ports(changes))
const standing = async (commentId: string) => {
  const comment = await db.comment.findUniqueOrThrow({
    where: { id: commentId },
    include: { verdicts: true, decisions: true },
  })
  return {
    status: comment.status,
    verdicts: comment.verdicts.map(({ verdict }) => verdict),
    decisions: comment.decisions,
  }
}
interface Queued {
  data: { commentId: string; attempt: number }
  minutes: number
}
const queued = async () =>
  (
    await pool().query<Queued>(
      `select data, round(extract(epoch from start_after - now()) / 60)::int as minutes from pgboss.job
       where name = 'check-spam' order by start_after`,
    )
  ).rows

test('ham stays pending, with its verdict', async () => {
  const { id } = await aComment({ traced: true })
  await run(id)
  expect(await standing(id)).toEqual({ status: 'pending', verdicts: ['ham'], decisions: [] })
  expect(await queued()).toEqual([])
})

test.each(['spam', 'discard', 'newline'] as const)('%s is moved to spam by the rule', async (mode) => {
  const { id } = await aComment({ traced: true })
  peer.setMode(mode)
  await run(id)
  expect(await standing(id)).toMatchObject({
    status: 'spam',
    verdicts: [mode === 'discard' ? 'discard' : 'spam'],
    decisions: [{ from: 'pending', to: 'spam', rule: 'spam-verdict', byId: null }],
  })
})

test('what the checker wants to look at again is held, and asked about at that time; its name is kept', async () => {
  const { id } = await aComment({ traced: true })
  peer.setMode('recheck')
  await run(id)
  expect(await standing(id)).toEqual({ status: 'pending', verdicts: ['ham'], decisions: [] })
  expect(await queued()).toEqual([{ data: { commentId: id, attempt: 2, looks: 1 }, minutes: 2 }])
  expect(await db.spamVerdict.findFirst({ where: { commentId: id } })).toMatchObject({
    guid: 'a-guid',
    settles: false,
    reason: null,
  })
  peer.setMode('spam')
  await run(id, { attempt: 2, looks: 1 })
  expect(await standing(id)).toMatchObject({ status: 'spam', verdicts: ['ham', 'spam'] })
})

test('a checker that says when to come again is asked then, and no sooner about anything', async () => {
  peer.setMode('limit')
  const breaker = aBreaker()
  const [{ id }, { id: other }] = [await aComment({ traced: true }), await aComment({ traced: true })]
  await run(id, { attempt: 1, breaker })
  await run(other, { breaker })
  expect(
    peer.requests.filter(({ path }) => path === '/1.1/comment-check').at(-1)!.fields.comment_author,
  ).toBe('Rea')
  expect((await standing(other)).verdicts).toEqual([])
  expect((await queued()).map(({ minutes }) => minutes)).toEqual([1, 1])
})

const useless: AkismetMode[] = [
  'slow',
  'hang',
  '500',
  'empty',
  'garbage',
  'html',
  'invalid',
  'limit',
  'redirect',
  'close',
  'endless',
]
test.each(useless)('%s leaves it pending and asks again; after recovery it has its verdict', async (mode) => {
  const { id } = await aComment({ traced: true })
  peer.setMode(mode)
  await run(id)
  expect(await standing(id)).toEqual({ status: 'pending', verdicts: ['unknown'], decisions: [] })
  const [again, ...more] = await queued()
  expect(more).toEqual([])
  expect(again).toEqual({ data: { commentId: id, attempt: 2, looks: 0 }, minutes: 1 })
  peer.setMode('spam')
  await run(id, { attempt: 2 })
  expect(peer.requests.at(-1)!.fields.recheck_reason).toBe('retry')
  expect((await standing(id)).status).toBe('spam')
})

test('pauses grow: 1, 5, 20 minutes, then hourly; after three weeks a person decides without', async () => {
  const spam = aFakeChecker('unknown')
  const { id } = await aComment({ traced: true })
  for (const attempt of [1, 2, 3, 4, 400]) await run(id, { attempt, spam })
  expect((await queued()).map(({ data, minutes }) => [data.attempt, minutes])).toEqual(
    expect.arrayContaining([
      [2, 1],
      [3, 5],
      [4, 20],
      [5, 60],
      [401, 60],
    ]),
  )
  const old = await aComment({ traced: true, sentAt: new Date(Date.now() - 22 * 86_400_000) })
  await run(old.id, { attempt: 500, spam })
  expect((await queued()).map(({ data }) => data.commentId)).not.toContain(old.id)
})

test('a checker that throws is one that does not know', async () => {
  const { id } = await aComment({ traced: true })
  await run(id, { spam: { ...aFakeChecker(), check: () => Promise.reject(new Error('rea@example.org')) } })
  expect(await standing(id)).toMatchObject({ status: 'pending', verdicts: ['unknown'] })
})

test('a job that runs twice leaves one further job and one verdict', async () => {
  const [{ id }, { id: other }] = [await aComment({ traced: true }), await aComment({ traced: true })]
  const jobId = randomUUID()
  for (let time = 0; time < 2; time++) await run(id, { id: jobId, spam: aFakeChecker('unknown') })
  expect(await queued()).toHaveLength(1)
  for (let time = 0; time < 2; time++) await run(other)
  expect((await standing(other)).verdicts).toEqual(['ham'])
})

describe('a person’s decision wins', () => {
  test('made while the checker was being asked', async () => {
    const editor = await anActor()
    const { id: commentId } = await aComment({ traced: true })
    const spam = aFakeChecker('spam')
    const check = spam.check
    spam.check = async (submission) => {
      await decide(editor, { commentId, seen: 'pending', becomes: 'approved' })
      return check(submission)
    }
    await run(commentId, { spam })
    expect(await standing(commentId)).toMatchObject({
      status: 'approved',
      verdicts: ['spam'],
      decisions: [{ to: 'approved' }],
    })
  })

  test('even when the comment is pending again', async () => {
    const editor = await anActor()
    const { id: commentId } = await aComment({ traced: true })
    await decide(editor, { commentId, seen: 'pending', becomes: 'spam' })
    await decide(editor, { commentId, seen: 'spam', becomes: 'pending' })
    await run(commentId, { spam: aFakeChecker('spam') })
    expect(await standing(commentId)).toMatchObject({ status: 'pending', verdicts: ['spam'] })
  })

  test('and when both come at the same moment, one of them; twenty times', async () => {
    const editor = await anActor()
    for (let round = 0; round < 20; round++) {
      const { id: commentId } = await aComment({ traced: true })
      const [outcome] = await Promise.all([
        decide(editor, { commentId, seen: 'pending', becomes: 'approved' }),
        run(commentId, { spam: aFakeChecker('spam') }),
      ])
      const { status, decisions } = await standing(commentId)
      expect(status).toBe(outcome.ok ? 'approved' : 'spam')
      expect(decisions).toHaveLength(1)
    }
  })
})

test('what is gone, moved, settled or without a trace is not asked about', async () => {
  const spam = aFakeChecker()
  await run(randomUUID(), { spam })
  await run((await aComment()).id, { spam })
  await run((await aComment({ status: 'approved', traced: true })).id, { spam })
  expect(spam.asked).toEqual([])
})

test('data that is no job’s is an error and touches nothing', async () => {
  for (const data of [
    null,
    1,
    [],
    {},
    { commentId: { not: '' }, attempt: 1 },
    { commentId: randomUUID(), attempt: '1' },
  ]) {
    await expect(doJob('check-spam', { id: randomUUID(), data }, ports())).rejects.toThrow()
    await expect(doJob('teach-spam-filter', { id: randomUUID(), data }, ports())).rejects.toThrow()
  }
})

test('an alert is kept for the desk, whatever the verdict, until a verdict comes without one', async () => {
  const ask = async (mode: AkismetMode) => {
    peer.setMode(mode)
    await run((await aComment({ traced: true })).id)
    return (await spamSettings()).alert?.code
  }
  expect(await ask('alert')).toBe('10009')
  expect(await ask('hang')).toBe('10009')
  expect(await ask('invalid')).toBe('invalid')
  expect(await ask('ham')).toBeUndefined()
})

test('while the breaker pauses nobody is asked, no verdict is written, and the question is kept', async () => {
  const breaker = aBreaker({ failures: 2, pauseMs: 60_000, tryMs: 1_000 })
  const spam = aFakeChecker('unknown')
  for (let time = 0; time < 2; time++) await run((await aComment({ traced: true })).id, { breaker, spam })
  const { id } = await aComment({ traced: true })
  await run(id, { breaker, spam })
  expect(spam.asked).toHaveLength(2)
  expect((await standing(id)).verdicts).toEqual([])
  expect((await queued()).find(({ data }) => data.commentId === id)).toEqual({
    data: { commentId: id, attempt: 1 },
    minutes: 1,
  })
})

test('expired traces and old challenges are forgotten, the rest is kept', async () => {
  const [kept, expired] = [await aComment({ traced: true }), await aComment({ traced: true })]
  await db.submissionTrace.update({
    where: { commentId: expired.id },
    data: { expiresAt: new Date(Date.now() - 1) },
  })
  const old = new Date(Date.now() - 2 * 86_400_000)
  await db.captchaRedemption.createMany({ data: [{ nonce: 'old', redeemedAt: old }, { nonce: 'new' }] })
  for (let time = 0; time < 2; time++) await doJob('forget-traces', { id: randomUUID(), data: {} }, ports())
  const traces = await db.submissionTrace.findMany({ where: { commentId: { in: [kept.id, expired.id] } } })
  expect(traces.map(({ commentId }) => commentId)).toEqual([kept.id])
  expect((await db.captchaRedemption.findMany()).map(({ nonce }) => nonce)).toEqual(['new'])
})

test('a pending comment whose job got lost is asked about again, once', async () => {
  const sentAt = new Date(Date.now() - 3_600_000)
  const [lost, fresh, settled] = await Promise.all([
    aComment({ traced: true, sentAt }),
    aComment({ traced: true }),
    aComment({ traced: true, sentAt }),
  ])
  await run(settled.id)
  await checkForgotten()
  await checkForgotten()
  const asked = (await queued()).map(({ data }) => data.commentId)
  expect(asked.filter((id) => id === lost.id)).toHaveLength(1)
  expect(asked).not.toContain(fresh.id)
  expect(asked).not.toContain(settled.id)
})
