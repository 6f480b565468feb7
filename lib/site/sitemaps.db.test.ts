import { beforeAll, beforeEach, expect, test } from 'vitest'
import { XMLParser } from 'fast-xml-parser'
import { publish, withdraw } from '@/lib/chapters/publishing/commands'
import { saveDraft } from '@/lib/chapters/writing/draft-commands'
import { db, pool } from '@/lib/db/client'
import { anActor, anEdition, aSeries, aTag } from '@/lib/db/testing/factories'
import { gatherNotes } from '@/lib/kernel/page-tags'
import type { StaffActor } from '@/lib/people/permissions'
import { listOfSitemaps, sitemapNamed } from './sitemaps'

let admin: StaffActor
beforeAll(async () => void (admin = await anActor('admin')))
beforeEach(async () => void (await db.publication.deleteMany()))

const parser = new XMLParser({ isArray: (name) => ['url', 'sitemap'].includes(name) })
interface Named {
  loc: string
  lastmod?: string
}
const index = async () =>
  (parser.parse(await listOfSitemaps()) as { sitemapindex: { sitemap: Named[] } }).sitemapindex.sitemap
const named = async (file: string) => {
  const text = await sitemapNamed(file)
  return text === undefined ? undefined : (parser.parse(text) as { urlset: { url: Named[] } }).urlset.url
}
const pathsOf = (all: Named[] | undefined) => all?.map(({ loc }) => new URL(loc).pathname)

const at = (time: string) => new Date(time)

test('each month of chapters is one file, whatever their language, by the clock of UTC', async () => {
  await anEdition({ slug: 'last-of-january', published: at('2019-01-31T23:59:59.999Z') })
  await anEdition({ slug: 'first', published: at('2019-02-01T00:00:00Z') })
  await anEdition({ slug: '海', locale: 'ja', published: at('2019-02-14T00:00:00Z') })
  await anEdition({ slug: 'later', published: new Date(Date.now() + 60_000) })
  expect(pathsOf(await index())).toEqual([
    '/sitemaps/pages.xml',
    '/sitemaps/chapters-2019-01.xml',
    '/sitemaps/chapters-2019-02.xml',
  ])
  expect(pathsOf(await named('chapters-2019-01.xml'))).toEqual(['/en/chapters/last-of-january'])
  expect(pathsOf(await named('chapters-2019-02.xml'))).toEqual([
    '/en/chapters/first',
    '/ja/chapters/%E6%B5%B7',
  ])
  for (const none of ['chapters-2019-03.xml', 'chapters-2019-02-2.xml', 'chapters-1.xml', 'x.xml'])
    expect(await sitemapNamed(none), none).toBeUndefined()
})

test('what is said to have changed last is the newest that a file says of its chapters, or a later loss', async () => {
  await anEdition({ published: at('2019-01-05T00:00:00Z') })
  const [pages, month] = await index()
  const [chapter] = (await named('chapters-2019-01.xml'))!
  expect(Date.parse(month!.lastmod!)).toBeGreaterThanOrEqual(Date.parse(chapter!.lastmod!))
  expect(pages!.lastmod).toBe(month!.lastmod)
})

test('the file of pages is as new as the newest month, whichever that is', async () => {
  const changed = async () => (await index()).map(({ lastmod }) => lastmod)
  for (const order of [
    ['2019-01-05', '2019-02-05'],
    ['2019-02-05', '2019-01-05'],
  ]) {
    await db.publication.deleteMany()
    for (const day of order) await anEdition({ published: at(`${day}T00:00:00Z`) })
    const [pages, ...months] = await changed()
    expect(new Set(months).size).toBe(2)
    expect(pages).toBe([...months].sort().at(-1))
  }
})

test('a month of more chapters than a file names has several', async () => {
  await anEdition({ published: at('2019-01-05T00:00:00Z') })
  const more = (count: number) => db.$executeRaw`update listing_month set editions = editions + ${count}::int`
  await more(5_000)
  const files = ['/sitemaps/pages.xml', '/sitemaps/chapters-2019-01.xml', '/sitemaps/chapters-2019-01-2.xml']
  expect(pathsOf(await index())).toEqual(files)
  await more(-1)
  expect(pathsOf(await index())).toEqual(files.slice(0, 2))
  await more(-4_999)
})

test('every page that leads to chapters is named, in languages that have any, with the newest of its chapters', async () => {
  const [tag, series] = [await aTag('sea'), await aSeries()]
  const [older, newer] = ['2019-01-05T00:00:00.000Z', '2020-03-05T00:00:00.000Z']
  const first = await anEdition({ seriesId: series.id, tags: [tag], published: at(older) })
  await db.edition.update({ where: { id: first.editionId }, data: { translator: 'Mara Quill' } })
  await anEdition({ seriesId: series.id, number: 2, published: at(newer) })
  const pages = (await named('pages.xml'))!
  const [mine, others] = [
    pages.filter(({ loc }) => new URL(loc).pathname.startsWith('/en')),
    pages.filter(({ loc }) => !new URL(loc).pathname.startsWith('/en')),
  ]
  expect(pathsOf(others)).toEqual(['/ja', '/ar'])
  expect(others.every(({ lastmod }) => lastmod === undefined)).toBe(true)
  expect(mine.map(({ loc, lastmod }) => [new URL(loc).pathname, lastmod])).toEqual([
    ['/en', newer],
    ['/en/series', undefined],
    ['/en/tags', undefined],
    ['/en/archive', undefined],
    ['/en/rankings', undefined],
    ['/en/privacy', undefined],
    ['/en/search', undefined],
    ['/en/most-read', undefined],
    [`/en/series/${series.slug}`, newer],
    ['/en/tags/sea', older],
    ['/en/translators/mara-quill', undefined],
    ['/en/archive/2020', undefined],
    ['/en/archive/2019', undefined],
    ['/en/archive/2020/03', newer],
    ['/en/archive/2019/01', older],
  ])
})

test('a file is made of its month alone, the list of them and the pages’ of lists', async () => {
  await anEdition({ published: at('2019-01-05T00:00:00Z') })
  const tagsOf = async (make: () => Promise<unknown>) => [...(await gatherNotes(make))[1].tags]
  expect(await tagsOf(() => sitemapNamed('chapters-2019-01.xml'))).toEqual(['month:2019-01'])
  expect(await tagsOf(() => sitemapNamed('chapters-2019-02.xml'))).toEqual(['month:2019-02'])
  expect(await tagsOf(() => sitemapNamed('pages.xml'))).toEqual(['lists'])
  expect(await tagsOf(listOfSitemaps)).toEqual(['lists'])
})

/** Which months are said to have changed while something is done. */
async function monthsTold(change: () => Promise<unknown>) {
  const client = await pool().connect()
  const told: string[] = []
  try {
    client.on('notification', ({ payload }) => told.push(...(payload ?? '').split(' ')))
    await client.query('listen site_changed')
    expect(await change()).toMatchObject({ ok: true })
    await client.query('select 1') // what was told before has come with the answer
    await client.query('unlisten *')
  } finally {
    client.removeAllListeners('notification')
    client.release()
  }
  return [...new Set(told.filter((tag) => /^(month:|site$)/.test(tag)))].sort()
}

const thisMonth = () => `month:${new Date().toISOString().slice(0, 7)}`

test('a change tells of the month of its chapter and of no other', async () => {
  const { editionId, revisionId } = await anEdition({ published: false })
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'So.' }] }] }
  const draft = { editionId, basedOn: revisionId, title: 'So', summary: '', tags: [], doc: document }
  expect(await monthsTold(() => publish(admin, { editionId, revisionId }))).toEqual([thisMonth()])
  expect(
    await monthsTold(() => publish(admin, { editionId, revisionId, at: at('2019-03-05T00:00:00Z') })),
  ).toEqual(['month:2019-03', thisMonth()])
  expect(await monthsTold(() => publish(admin, { editionId, revisionId }))).toEqual(['month:2019-03'])
  expect(await monthsTold(() => saveDraft(admin, { ...draft, slug: 'so-it-is' }))).toEqual(['month:2019-03'])
  expect(await monthsTold(() => withdraw(admin, { editionId }))).toEqual(['month:2019-03'])
})
