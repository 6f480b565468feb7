import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { publish } from '@/lib/chapters/publishing/commands'
import { announce } from '@/lib/db/announce'
import { db, pool, type Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { anActor, anEdition } from '@/lib/db/testing/factories'
import { chapterTag, editionTags, monthOf } from '@/lib/kernel/page-tags'
import { startBus, type Bus } from './bus'

let bus: Bus | undefined
afterEach(() => bus?.stop())

async function aListener() {
  const heard: string[][] = []
  bus = await startBus(process.env.DATABASE_URL!, {
    changed: (tags) => void heard.push(tags),
    hearing() {},
  })
  expect(heard.splice(0)).toEqual([['site']])
  return heard
}

async function anEditionWithTags() {
  const { editionId, chapterId } = await anEdition()
  const { series } = await db.chapter.findUniqueOrThrow({
    where: { id: chapterId },
    include: { series: true },
  })
  return { editionId, chapterId, tags: editionTags(chapterId, series.slug, monthOf(new Date())) }
}

const beats = async (count: number) => {
  const asked = async () => {
    const { rows } = await pool().query<{ at: Date }>(
      `select query_start as at from pg_stat_activity where application_name = 'chapterhouse bus'`,
    )
    return rows[0]?.at.getTime() ?? 0
  }
  for (let last = await asked(); count > 0; count--) {
    await expect.poll(asked, { timeout: 3_000, interval: 20 }).toBeGreaterThan(last)
    last = await asked()
  }
}

const listening = async () =>
  (
    await pool().query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where application_name = 'chapterhouse bus' and datname = current_database()`,
    )
  ).rows[0]!.count

/** How often pages that show a chapter were said to have changed, and nothing more than them. */
const toldOf = (heard: string[][], chapterId: string) => {
  expect(heard.flat()).not.toContain('site')
  return heard.filter((tags) => tags.includes(chapterTag(chapterId))).length
}

const move = (tx: Tx, editionId: string, ahead: string) => tx.$executeRaw`
  update publication set publish_at = now() + ${ahead}::interval where edition_id = ${editionId}::uuid`

test('a chapter that comes due by the clock changes what shows it, and nothing else', async () => {
  const { editionId, chapterId, tags } = await anEditionWithTags()
  const heard = await aListener()
  await inTransaction((tx) => move(tx, editionId, '700 ms'))
  await expect.poll(() => toldOf(heard, chapterId), { timeout: 3_000 }).toBe(1)
  expect(heard.filter((some) => some.includes(chapterTag(chapterId)))).toEqual([tags])
  await beats(2)
  expect(toldOf(heard, chapterId)).toBe(1)
})

test('one that comes due as soon as anybody listens is not missed', async () => {
  const { editionId, chapterId } = await anEditionWithTags()
  const heard = await aListener()
  await inTransaction((tx) => move(tx, editionId, '0'))
  await expect.poll(() => toldOf(heard, chapterId), { timeout: 3_000 }).toBe(1)
})

test('one that is scheduled so late that its time has passed is told of all the same, once', async () => {
  const { editionId, chapterId } = await anEditionWithTags()
  const heard = await aListener()
  await beats(1)
  await inTransaction(async (tx) => {
    await move(tx, editionId, '50 ms')
    await beats(2)
  })
  await expect.poll(() => toldOf(heard, chapterId), { timeout: 3_000 }).toBe(1)
  await beats(2)
  expect(toldOf(heard, chapterId)).toBe(1)
})

test('what is announced of a chapter just before its time does not keep the clock from telling', async () => {
  const { editionId, chapterId, tags } = await anEditionWithTags()
  const heard = await aListener()
  await inTransaction(async (tx) => {
    await move(tx, editionId, '60 ms')
    await announce(tx, tags)
  })
  await expect.poll(() => toldOf(heard, chapterId), { timeout: 3_000 }).toBe(2)
})

test('a publication that was announced is not told of again by the clock', async () => {
  const { editionId, chapterId, revisionId } = await anEdition({ published: false })
  const heard = await aListener()
  await publish(await anActor('admin'), { editionId, revisionId })
  await beats(3)
  expect(toldOf(heard, chapterId)).toBe(1)
})

test('a start whose first connection breaks ends with one connection, and stopping leaves none', async () => {
  const { hostname, port } = new URL(process.env.DATABASE_URL!)
  let connections = 0
  const between = createServer((socket) => {
    const database = connect(Number(port), hostname)
    for (const end of [socket, database])
      end.on('error', () => {}).on('close', () => (socket.destroy(), database.destroy()))
    socket.pipe(database)
    // The first is let in, and cut off at its first question.
    if (connections++ === 0)
      socket.on('data', (chunk) => String(chunk).includes('listen') && socket.destroy())
    database.pipe(socket)
  })
  between.listen(0, '127.0.0.1')
  await once(between, 'listening')
  const through = new URL(process.env.DATABASE_URL!)
  through.hostname = '127.0.0.1'
  through.port = String((between.address() as AddressInfo).port)
  const heard: string[][] = []
  bus = await startBus(through.href, { changed: (tags) => void heard.push(tags), hearing() {} })
  await beats(2)
  expect(connections).toBe(2)
  expect(await listening()).toBe(1)
  await bus.stop()
  await expect.poll(listening, { timeout: 5_000 }).toBe(0)
  between.close()
})
