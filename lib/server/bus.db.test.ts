import { afterEach, expect, test } from 'vitest'
import { announce } from '@/lib/db/announce'
import { db, pool } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { anEdition } from '@/lib/db/testing/factories'
import { editionTags } from '@/lib/kernel/page-tags'
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
  return { editionId, chapterId, tags: editionTags(chapterId, series.slug) }
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

test('a chapter that comes due by the clock changes what shows it, and nothing else', async () => {
  const { editionId, tags } = await anEditionWithTags()
  const heard = await aListener()
  await db.$executeRaw`
    update publication set publish_at = now() + interval '700 ms' where edition_id = ${editionId}::uuid`
  await expect.poll(() => heard, { timeout: 3_000 }).toEqual([tags])
  await beats(2)
  expect(heard).toHaveLength(1)
})

test('one that comes due as soon as anybody listens is not missed', async () => {
  const { editionId, tags } = await anEditionWithTags()
  const heard = await aListener()
  await db.$executeRaw`update publication set publish_at = now() where edition_id = ${editionId}::uuid`
  await expect.poll(() => heard, { timeout: 3_000 }).toEqual([tags])
})

test('a publication that was announced is not told of again by the clock', async () => {
  const { editionId, tags } = await anEditionWithTags()
  const heard = await aListener()
  await inTransaction(async (tx) => {
    await tx.$executeRaw`update publication set publish_at = now() where edition_id = ${editionId}::uuid`
    await announce(tx, tags)
  })
  await beats(3)
  expect(heard).toEqual([tags])
})
