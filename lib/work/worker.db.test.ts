import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAkismetPeer, type AkismetPeer } from '@/e2e/peers/akismet-peer'
import { db, pool } from '@/lib/db/client'
import { aComment, anEdition } from '@/lib/db/testing/factories'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue } from '@/lib/jobs/enqueue'
import { editionTags, monthOf } from '@/lib/kernel/page-tags'
import { spamSettings } from '@/lib/spam/queries'
import { aBreaker } from './spam/breaker'
import { startWorker } from './worker'
import { checkSpamJob } from '@/lib/comments/submit/jobs'
import { announcePublicationJob } from '@/lib/chapters/publishing/jobs'

let peer: AkismetPeer
beforeAll(async () => void (peer = await startAkismetPeer()))
afterAll(() => peer.stop())

const start = (key?: string) =>
  startWorker({
    connectionString: process.env.DATABASE_URL!,
    env: { AKISMET_KEY: key, AKISMET_URL: peer.url },
    breaker: aBreaker({ failures: 5, pauseMs: 300, tryMs: 6_000 }),
  })
const ask = (commentId: string) => inTransaction((tx) => enqueue(tx, checkSpamJob, { commentId, attempt: 1 }))
const settled = (ids: string[]) =>
  db.spamVerdict.count({ where: { commentId: { in: ids }, verdict: { not: 'unknown' } } })
const comments = async (count: number, edition?: Awaited<ReturnType<typeof anEdition>>) => {
  const place = edition ?? (await anEdition())
  return Promise.all(
    Array.from({ length: count }, async () => (await aComment({ edition: place, traced: true })).id),
  )
}

test('a comment is checked within moments of its commit, and not at all without one', async () => {
  const worker = await start(peer.key)
  const [kept, undone] = await comments(2)
  await ask(kept!)
  await inTransaction(async (tx) => {
    await enqueue(tx, checkSpamJob, { commentId: undone!, attempt: 1 })
    return { ok: false as const }
  })
  await expect.poll(() => settled([kept!]), { timeout: 3_000 }).toBe(1)
  expect(await settled([undone!])).toBe(0)
  expect((await spamSettings()).checker).toBe('akismet')
  await worker.stop()
})

test('without a key the local rules are at work, and say so', async () => {
  const worker = await start()
  const id = (
    await aComment({
      traced: true,
      text: 'https://a.example https://b.example https://c.example https://d.example',
    })
  ).id
  await ask(id)
  await expect
    .poll(() => db.spamVerdict.findFirst({ where: { commentId: id } }), { timeout: 3_000 })
    .toMatchObject({
      checker: 'local-rules',
      verdict: 'ham',
      why: 'local-held',
      whyParameters: { hidden: 0, links: 4, markup: 0, haste: 0 },
    })
  expect((await db.comment.findUniqueOrThrow({ where: { id } })).status).toBe('pending')
  expect((await spamSettings()).checker).toBe('local-rules')
  await worker.stop()
})

test('an outage loses nothing: after recovery every comment has its verdict', async () => {
  const worker = await start(peer.key)
  peer.setMode('500')
  const ids = await comments(60)
  await Promise.all(ids.map(ask))
  await expect
    .poll(() => db.spamVerdict.count({ where: { commentId: { in: ids } } }), { timeout: 5_000 })
    .toBeGreaterThan(4)
  expect(await settled(ids)).toBe(0)
  expect(await db.comment.count({ where: { id: { in: ids }, status: 'pending' } })).toBe(60)
  peer.setMode('ham')
  // The minutes of the growing pauses pass at once.
  const hurry = setInterval(
    () => void pool().query(`update pgboss.job set start_after = now() where state = 'created'`),
    300,
  )
  await expect.poll(() => settled(ids), { timeout: 15_000 }).toBe(60)
  clearInterval(hurry)
  expect(peer.connections()).toBeLessThanOrEqual(10)
  await worker.stop()
})

test('at most ten questions are on their way, and a job that cannot be read blocks nobody', async () => {
  const worker = await start(peer.key)
  peer.setMode('slow')
  const ids = await comments(20)
  let most = 0
  const watch = setInterval(() => void (most = Math.max(most, peer.connections())), 10)
  await pool().query(
    `insert into pgboss.job (name, data, dead_letter, priority) values ('check-spam', '{"commentId": 7}', 'dead-letters', 9)`,
  )
  await Promise.all(ids.map(ask))
  await expect.poll(() => settled(ids), { timeout: 15_000 }).toBe(20)
  clearInterval(watch)
  expect(most).toBeGreaterThan(5)
  expect(most).toBeLessThanOrEqual(10)
  const dead = await pool().query(`select data, source_name from pgboss.job where name = 'dead-letters'`)
  expect(dead.rows).toEqual([{ data: { commentId: 7 }, source_name: 'check-spam' }])
  peer.setMode('ham')
  await worker.stop()
})

test('a publication is announced at its time and not before, once for two workers', async () => {
  const workers = await Promise.all([start(), start()])
  const heard: string[] = []
  const listener = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await listener.connect()
  listener.on('notification', ({ payload }) => heard.push(payload!))
  await listener.query('listen site_changed')
  const { editionId, chapterId } = await anEdition()
  const { series } = await db.chapter.findUniqueOrThrow({
    where: { id: chapterId },
    select: { series: true },
  })
  const due = Date.now() + 1_200
  await inTransaction((tx) => enqueue(tx, announcePublicationJob, { editionId }, { after: new Date(due) }))
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(1)
  expect(Date.now()).toBeGreaterThanOrEqual(due)
  expect(heard).toEqual([
    editionTags(chapterId, series.slug, monthOf(new Date(Date.now() - 60_000))).join(' '),
  ])
  await Promise.all(workers.map((worker) => worker.stop()))
  await listener.end()
})
