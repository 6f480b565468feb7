import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { anEdition } from '@/lib/db/testing/factories'
import { readAsWhole } from '@/lib/db/testing/plans'
import { newId } from '@/lib/kernel/ids'
import {
  chaptersToMap,
  mappedChapters,
  mappedMonths,
  mappedTranslators,
  monthsOfChapters,
  sitemapLength,
} from './sitemap-queries'

const big = ['edition_listing', 'edition', 'chapter', 'publication', 'revision']
const small = 2_400

// Sixty chapters in each of forty months from 2015 on, and one more in March 2020 than a sitemap holds. In portions: a
// statement may take two seconds.
beforeAll(async () => {
  const series = await db.series.create({ data: { id: newId(), slug: 'the-long-one' } })
  const count = small + sitemapLength + 1
  for (let from = 1; from <= count; from += 500) {
    const numbers = Prisma.sql`generate_series(${from}::int, ${Math.min(from + 499, count)}::int) as n`
    await db.$executeRaw`
      insert into chapter (id, series_id, number) select md5('chapter' || n)::uuid, ${series.id}::uuid, n from ${numbers}`
    await db.$executeRaw`
      insert into edition (id, chapter_id, locale, slug, translator)
      select md5('edition' || n)::uuid, md5('chapter' || n)::uuid, (array['en', 'ja'])[1 + n % 2], 'mapped-' || n,
             'Somebody ' || n % 5
      from ${numbers}`
    await db.$executeRaw`
      insert into revision (id, edition_id, number, title, summary, doc, html, text, at)
      select md5('revision' || n)::uuid, md5('edition' || n)::uuid, 1, 'Mapped', '', '{}', '', '', '2014-12-24'
      from ${numbers}`
    await db.$executeRaw`
      insert into publication (edition_id, revision_id, publish_at)
      select md5('edition' || n)::uuid, md5('revision' || n)::uuid,
             case when n <= ${small}::int then timestamptz '2015-01-10Z' + n % 40 * interval '1 month' + n * interval '1 minute'
                  else timestamptz '2020-03-01Z' + n * interval '1 second' end
      from ${numbers}`
  }
  await db.$executeRaw`vacuum analyze`
})

const statements: [string, Prisma.Sql][] = [
  ['a month', mappedChapters({ year: 2016, month: 5, part: 1 })],
  ['a month in which there is nothing', mappedChapters({ year: 2019, month: 1, part: 1 })],
  ['the list of months', mappedMonths],
  ['translators', mappedTranslators('ja')],
  ['translators into a language that has none', mappedTranslators('ar')],
]

test.for(statements)('for %s no large table is read as a whole', async ([, statement]) => {
  expect(await readAsWhole(statement, big)).toEqual([])
})

test('a month that has more chapters than a sitemap holds is in several, each chapter in one of them', async () => {
  const months = await monthsOfChapters()
  expect(months.find(({ year }) => year === 2020)).toMatchObject({ month: 3, chapters: sitemapLength + 1 })
  const parts = [1, 2, 3].map((part) => chaptersToMap({ year: 2020, month: 3, part }))
  const [first, second, third] = await Promise.all(parts)
  expect([first!.length, second!.length, third!.length]).toEqual([sitemapLength, 1, 0])
  expect(new Set([...first!, ...second!].map(({ slug }) => slug)).size).toBe(sitemapLength + 1)
})

const months = async () =>
  new Map((await monthsOfChapters()).map(({ year, month, ...one }) => [`${year}-${month}`, one]))

test('the chapters of all months are those that are published', async () => {
  await anEdition({ published: new Date(Date.now() + 60_000) })
  await anEdition({ published: new Date(Date.now() + 40 * 24 * 60 * 60_000) })
  const counted = await db.$queryRaw<{ key: string; chapters: number }[]>`
    select extract(year from published_at at time zone 'UTC') || '-' || extract(month from published_at at time zone 'UTC') as key,
           count(*)::int as chapters
    from published_edition group by 1`
  const kept = [...(await months())].map(([key, { chapters }]) => [key, chapters])
  expect(kept.sort()).toEqual(counted.map(({ key, chapters }) => [key, chapters]).sort())
})

const may = '2011-5'
const inMay = (day: number) => new Date(Date.UTC(2011, 4, day))
const afterwards = new Date(Date.UTC(2011, 5, 1))

interface Edition {
  editionId: string
  slug: string
}

const write = (editionId: string, text: string) =>
  db.revision.create({
    data: { id: newId(), editionId, number: 2, title: text, summary: '', doc: {}, html: '', text },
  })

const ofPublication = (editionId: string, data: Prisma.PublicationUncheckedUpdateInput) =>
  db.publication.update({ where: { editionId }, data })

test.for<[string, boolean, (one: Edition) => Promise<unknown>]>([
  ['another one comes', true, () => anEdition({ published: inMay(20) })],
  ['one is withdrawn', true, ({ editionId }) => ofPublication(editionId, { withdrawnAt: new Date() })],
  ['one goes to another month', true, ({ editionId }) => ofPublication(editionId, { publishAt: inMay(-40) })],
  [
    'readers are shown another text',
    true,
    async ({ editionId }) => ofPublication(editionId, { revisionId: (await write(editionId, 'New')).id }),
  ],
  [
    'one has another address',
    true,
    ({ editionId, slug }) => db.edition.update({ where: { id: editionId }, data: { slug: `${slug}-new` } }),
  ],
  ['a draft is saved', false, ({ editionId }) => write(editionId, 'Draft')],
  [
    'one has another translator',
    false,
    ({ editionId }) => db.edition.update({ where: { id: editionId }, data: { translator: 'Somebody' } }),
  ],
  ['one comes in the next month', false, () => anEdition({ published: afterwards })],
])('a month in which %s has changed: %s', async ([, changes, change]) => {
  await anEdition({ published: inMay(2) })
  const one = await anEdition({ published: inMay(3) })
  await db.$executeRaw`update listing_month set changed_at = ${inMay(4)} where month = '2011-05-01'`
  const before = Date.now()
  await change(one)
  const changed = (await months()).get(may)!.changed.getTime()
  if (changes) expect(changed).toBeGreaterThanOrEqual(before - 1_000)
  else expect(changed).toBeLessThan(before - 60_000)
  await db.publication.deleteMany({ where: { publishAt: { gte: inMay(-60), lte: afterwards } } })
})

test('what is planned changes its month when its time comes, and not before', async () => {
  const { editionId } = await anEdition({ published: inMay(2) })
  const soon = new Date(Date.now() + 60_000)
  const month = `${soon.getUTCFullYear()}-${soon.getUTCMonth() + 1}`
  await anEdition({ published: new Date(Date.now() - 1_000) })
  await db.$executeRaw`update listing_month set changed_at = null`
  const planned = (await months()).get(month)?.changed
  await anEdition({ published: soon })
  expect((await months()).get(month)?.changed).toEqual(planned)
  // Nobody has written anything since: the clock alone has brought it.
  expect((await months()).get(may)?.changed).toEqual(inMay(2))
  await db.publication.delete({ where: { editionId } })
})
