import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { anEdition } from '@/lib/db/testing/factories'
import { mostAsked } from './most-asked-queries'

test('the chapters of today and yesterday that were read most, and are there', async () => {
  const read = async (reads: number, daysAgo: number, published = true) => {
    const { editionId, slug } = await anEdition(published ? {} : { published })
    await pool().query(
      `insert into edition_reads (edition_id, day, reads) values ($1, (now() at time zone 'UTC')::date - $2::int, $3)`,
      [editionId, daysAgo, reads],
    )
    return slug
  }
  await db.editionReads.deleteMany()
  const [few, many] = [await read(10, 1), await read(30, 0)]
  await read(90, 2)
  await read(80, 0, false)
  expect(await mostAsked(5)).toEqual([
    { locale: 'en', slug: many },
    { locale: 'en', slug: few },
  ])
  expect(await mostAsked(1)).toHaveLength(1)
})
