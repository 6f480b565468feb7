import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startAkismetPeer, type AkismetPeer } from '@/e2e/peers/akismet-peer'
import { db, pool } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { aComment, anActor } from '@/lib/db/testing/factories'
import { decide } from '@/lib/moderation/decisions/commands'
import { akismet } from '@/lib/spam/akismet/akismet'
import { filterTotals } from '@/lib/spam/learning/queries'
import { localRules } from '@/lib/spam/local-rules'
import { aBreaker } from './breaker'
import type { Ports } from '../ports'
import { doJob } from '../testing/do-job'

let peer: AkismetPeer
beforeAll(async () => void (peer = await startAkismetPeer()))
afterAll(() => peer.stop())
beforeEach(async () => {
  peer.requests.length = 0
  peer.setMode('ham')
  await db.filterLesson.deleteMany()
  await db.filterToken.deleteMany()
})

const siteUrl = 'http://localhost:3000'
const ports = (): Ports => ({
  spam: akismet({ key: peer.key, url: peer.url, siteUrl, deadlineMs: 300 }),
  breaker: aBreaker(),
  siteUrl,
})
const teach = (commentId: string, more: Partial<Ports> = {}) =>
  doJob('teach-spam-filter', { id: randomUUID(), data: { commentId } }, { ...ports(), ...more })
/** The 60 seconds in which a decision can be undone go by. */
const aMinutePasses = (commentId: string) =>
  db.spamFeedback.updateMany({
    where: { commentId, state: 'waiting' },
    data: { at: new Date(Date.now() - 61_000) },
  })
const move = async (commentId: string, ...way: CommentStatus[]) => {
  const editor = await anActor('editor', 'Edith')
  for (let step = 1; step < way.length; step++) {
    expect((await decide(editor, { commentId, seen: way[step - 1]!, becomes: way[step]! })).ok).toBe(true)
  }
}
const told = () => peer.requests.map(({ path }) => path.split('/').at(-1))
const states = async (commentId: string) =>
  (await db.spamFeedback.findMany({ where: { commentId }, orderBy: { at: 'asc' } })).map(({ state }) => state)

test('a decision is told after a minute, with the comment as submitted, who reports it and what was said', async () => {
  const comment = await aComment({ traced: true, text: 'as sent' })
  await db.comment.update({ where: { id: comment.id }, data: { text: 'as edited' } })
  await db.spamVerdict.create({
    data: { id: randomUUID(), commentId: comment.id, checker: 'akismet', verdict: 'ham', why: 'akismet-ham' },
  })
  await move(comment.id, 'pending', 'spam')
  const [job] = (
    await pool().query<{ seconds: number }>(
      `select extract(epoch from start_after - now())::int as seconds from pgboss.job
       where name = 'teach-spam-filter' and data->>'commentId' = $1`,
      [comment.id],
    )
  ).rows
  expect(job!.seconds).toBeGreaterThan(55)
  await teach(comment.id)
  expect(told()).toEqual([])
  await aMinutePasses(comment.id)
  await teach(comment.id)
  await teach(comment.id)
  expect(told()).toEqual(['submit-spam'])
  expect(peer.requests[0]!.fields).toMatchObject({
    comment_content: 'as sent',
    user_ip: '192.0.2.7',
    reporter: 'Edith',
    comment_check_response: 'false',
  })
  expect(await states(comment.id)).toEqual(['sent'])
})

test.each<[string, CommentStatus[], string[]]>([
  ['undone within the minute', ['pending', 'spam', 'pending'], []],
  ['undone, and then again', ['pending', 'spam', 'pending', 'spam'], ['submit-spam']],
  ['approved instead', ['pending', 'spam', 'approved'], []],
  ['approved, then spam', ['pending', 'approved', 'spam'], ['submit-spam']],
  ['rescued from spam', ['spam', 'approved'], ['submit-ham']],
  ['rescued and put back', ['spam', 'approved', 'spam'], []],
  ['to the trash', ['pending', 'trash'], []],
])('%s', async (_, way, expected) => {
  const { id } = await aComment({ traced: true, status: way[0] })
  await move(id, ...way)
  await aMinutePasses(id)
  await teach(id)
  expect(told()).toEqual(expected)
})

test('a change of mind after the minute is told as well', async () => {
  const { id } = await aComment({ traced: true })
  await move(id, 'pending', 'spam')
  await aMinutePasses(id)
  await teach(id)
  await move(id, 'spam', 'approved')
  await aMinutePasses(id)
  await teach(id)
  expect(told()).toEqual(['submit-spam', 'submit-ham'])
})

test('it is told until it is accepted, whatever Akismet says; the row remembers what that was', async () => {
  const { id } = await aComment({ traced: true })
  await move(id, 'pending', 'spam')
  await aMinutePasses(id)
  for (const mode of ['500', 'invalid', 'close'] as const) {
    peer.setMode(mode)
    await expect(teach(id)).rejects.toThrow()
  }
  expect(await db.spamFeedback.findFirst({ where: { commentId: id } })).toMatchObject({
    state: 'waiting',
    attempts: 3,
    problem: 'akismet-unreachable',
    problemParameters: { error: expect.any(String) },
  })
  peer.setMode('limit')
  await teach(id)
  const later = await pool().query<{ seconds: number }>(
    `select extract(epoch from start_after - now())::int as seconds from pgboss.job
     where name = 'teach-spam-filter' and data->>'commentId' = $1 and data->>'attempt' = '2'`,
    [id],
  )
  expect(later.rows[0]!.seconds).toBeGreaterThan(50)
  peer.setMode('ham')
  await teach(id)
  expect(await states(id)).toEqual(['sent'])
})

test('a mind that changes while the lesson is on its way: what was told is put right', async () => {
  const { id } = await aComment({ traced: true })
  await move(id, 'pending', 'spam')
  await aMinutePasses(id)
  const spam = { ...ports().spam, teach: () => move(id, 'spam', 'pending') }
  await teach(id, { spam })
  expect(await states(id)).toEqual(['sent', 'waiting'])
  await aMinutePasses(id)
  await teach(id)
  expect(told()).toEqual(['submit-ham'])
})

test('without its trace, or without a key, there is nobody to tell and nothing waits', async () => {
  const [{ id: traceless }, { id: keyless }] = [await aComment(), await aComment({ traced: true })]
  for (const id of [traceless, keyless]) await move(id, 'pending', 'spam').then(() => aMinutePasses(id))
  await teach(traceless)
  await teach(keyless, { spam: localRules() })
  const settled = await db.spamFeedback.findMany({
    orderBy: { at: 'asc' },
    where: { commentId: { in: [traceless, keyless] } },
  })
  expect(settled.map(({ state, problem }) => [state, problem])).toEqual([
    ['expired', 'trace-erased'],
    ['expired', 'no-key'],
  ])
  expect(told()).toEqual([])
})

describe('our own filter', () => {
  test('learns what people decide, learns anew and forgets; twice is once', async () => {
    const { id } = await aComment({ traced: true, text: 'casino bonus' })
    const counts = async () => db.filterToken.findUnique({ where: { token: 'w:casino' } })
    await move(id, 'pending', 'spam')
    for (let time = 0; time < 2; time++) await teach(id)
    expect([await counts(), await filterTotals()]).toMatchObject([
      { spam: 1, ham: 0 },
      { spam: 1, ham: 0 },
    ])
    await move(id, 'spam', 'approved')
    await teach(id)
    expect([await counts(), await filterTotals()]).toMatchObject([
      { spam: 0, ham: 1 },
      { spam: 0, ham: 1 },
    ])
    await move(id, 'approved', 'pending')
    await teach(id)
    expect([await counts(), await filterTotals()]).toEqual([null, { spam: 0, ham: 0 }])
    expect(await db.filterToken.count()).toBe(0)
  })

  test('learns nothing from what a rule decided', async () => {
    const { id } = await aComment({ traced: true })
    await decide(
      { role: 'system', rule: 'spam-verdict' },
      { commentId: id, seen: 'pending', becomes: 'spam' },
    )
    await teach(id)
    expect(await db.filterLesson.count()).toBe(0)
  })

  test('loses no count when many lessons come at once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, async () => (await aComment({ traced: true, text: 'casino pills' })).id),
    )
    for (const id of ids) await move(id, 'pending', 'spam')
    await Promise.all(ids.flatMap((id) => [teach(id), teach(id)]))
    expect(await db.filterToken.findUnique({ where: { token: 'w:casino' } })).toMatchObject({ spam: 12 })
    expect(await filterTotals()).toEqual({ spam: 12, ham: 0 })
  })
})
