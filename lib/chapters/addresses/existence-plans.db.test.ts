import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { readAsWhole } from '@/lib/db/testing/plans'
import { fillWithChapters } from '@/scripts/figures/fill-with-chapters'
import { anyOnShelf, chapterStanding } from './existence-queries'

// Strangers ask for any number of addresses: whether something is there must cost the same among many chapters. The
// series and tags themselves are few, and read as a whole rightly.
const big = ['edition_listing', 'edition', 'chapter', 'publication', 'revision', 'edition_tag', 'redirect']

beforeAll(async () => {
  await fillWithChapters(4_000, { short: 12, long: 60 })
  await db.$executeRaw`
    insert into redirect (from_path, to_path)
    select '/en/chapters/old-' || n, '/en/chapters/chapter-' || n from generate_series(0, 3999) as n`
  // One tag is on every chapter of the language.
  await db.$executeRaw`insert into tag (id, locale, slug, name) values (gen_random_uuid(), 'en', 'all', 'All')`
  await db.$executeRaw`
    insert into edition_tag (edition_id, tag_id)
    select e.id, t.id from edition e, tag t where e.locale = 'en' and t.slug = 'all'`
  await db.$executeRaw`update edition set translator = 'Somebody ' || (ctid::text) where locale = 'en'`
  await db.$executeRaw`vacuum analyze`
})

const questions: [string, Prisma.Sql][] = [
  ['a chapter', chapterStanding('en', 'chapter-10')],
  ['a chapter that is not there', chapterStanding('en', 'none')],
  ['a chapter that has moved', chapterStanding('en', 'old-10')],
  ['a series', anyOnShelf('series', 'en', 'the-long-one')],
  ['a series that is not there', anyOnShelf('series', 'en', 'none')],
  ['a tag', anyOnShelf('tag', 'en', 'rare')],
  ['a tag of every chapter', anyOnShelf('tag', 'en', 'all')],
  ['a tag that is not there', anyOnShelf('tag', 'en', 'none')],
  ['a translator who is not there', anyOnShelf('translator', 'en', 'nobody')],
]

test.for(questions)('whether there is %s, no large table is read as a whole', async ([, query]) => {
  expect(await readAsWhole(query, big)).toEqual([])
})
