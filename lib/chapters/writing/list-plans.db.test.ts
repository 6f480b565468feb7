import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { readAsWhole } from '@/lib/db/testing/plans'
import { fillWithChapters } from '@/scripts/figures/fill-with-chapters'
import { deskPage } from './list-queries'
import type { DeskListWish } from './schema'

const big = ['desk_edition', 'edition', 'chapter', 'publication', 'revision']

let after: DeskListWish['after']
beforeAll(async () => {
  await fillWithChapters(4_000, { short: 12, long: 60 })
  await db.$executeRaw`vacuum analyze`
  const last = await db.deskEdition.findFirstOrThrow({ orderBy: { savedAt: 'asc' }, skip: 2_000 })
  after = { at: last.savedAt, id: last.editionId }
})

const wishes: DeskListWish[] = [
  {},
  { state: 'draft' },
  { state: 'published' },
  { state: 'scheduled' },
  { state: 'withdrawn' },
  { locale: 'ja' },
  { locale: 'ar', state: 'draft' },
  { q: 'found nowhere' },
  { q: 'chapter 39', locale: 'en' },
]

test.for(wishes)('no table is read as a whole for %j', async (wish) => {
  expect(await readAsWhole(deskPage(wish), big)).toEqual([])
  expect(await readAsWhole(deskPage({ ...wish, after }), big)).toEqual([])
})
