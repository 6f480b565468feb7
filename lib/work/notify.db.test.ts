import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startNewsPeer, type NewsPeer } from '@/e2e/peers/news-peer'
import { publish, withdraw } from '@/lib/chapters/publishing/commands'
import { db, pool } from '@/lib/db/client'
import { aTag, anActor, anEdition } from '@/lib/db/testing/factories'
import { indexNow } from '@/lib/syndication/index-now'
import { webSub } from '@/lib/syndication/web-sub'
import { aFakeChecker } from '@/lib/spam/testing/fake-checker'
import { aBreaker } from './spam/breaker'
import type { Ports } from './ports'
import { doJob } from './testing/do-job'

const siteUrl = 'https://blog.example'
let peer: NewsPeer
beforeAll(async () => void (peer = await startNewsPeer()))
afterAll(() => peer.stop())
beforeEach(async () => {
  Object.assign(peer, { status: 202 })
  peer.received.length = 0
  await pool().query('delete from pgboss.job')
})

const queues = ['tell-search-engines', 'tell-feed-readers'] as const
const ports = (): Ports => ({
  spam: aFakeChecker('ham'),
  breaker: aBreaker(),
  siteUrl,
  searchEngines: indexNow({ url: peer.url, key: 'abcdef0123456789', siteUrl, deadlineMs: 1_000 }),
  feedReaders: webSub({ hub: peer.url, deadlineMs: 1_000 }),
})
const waiting = async () =>
  (
    await pool().query<{ name: (typeof queues)[number]; data: unknown }>(
      'select name, data from pgboss.job where name = any ($1) order by name desc',
      [queues],
    )
  ).rows
/** Does the jobs that wait, as the worker would, and forgets them. */
async function work(given: Partial<Ports> = {}) {
  for (const { name, data } of await waiting())
    await doJob(name, { id: randomUUID(), data }, { ...ports(), ...given })
  await pool().query('delete from pgboss.job')
}
const told = () =>
  peer.received.map(({ type, body }) => (type.includes('json') ? JSON.parse(body) : body) as unknown)
let drafts = 0
const aDraft = async () => {
  const slug = `霧-${++drafts}`
  const tag = (await db.tag.findFirst({ where: { slug: '海' } })) ?? (await aTag('海', 'ja'))
  const edition = await anEdition({
    slug,
    locale: 'ja',
    published: false,
    tags: [tag],
  })
  const { id: revisionId } = await db.revision.findFirstOrThrow({ where: { editionId: edition.editionId } })
  const { series } = await db.chapter.findUniqueOrThrow({
    where: { id: edition.chapterId },
    select: { series: true },
  })
  const page = `${siteUrl}/ja/chapters/${encodeURIComponent(slug)}`
  return { editionId: edition.editionId, revisionId, series: series.slug, page }
}

test('search engines and a hub are told of a page when it appears, changes and goes', async () => {
  const admin = await anActor('admin')
  const { series, page, ...draft } = await aDraft()
  expect(await publish(admin, draft)).toMatchObject({ ok: true })
  await work()
  const folders = ['', '/ja', `/ja/series/${series}`, `/ja/tags/${encodeURIComponent('海')}`]
  const feeds = folders.flatMap((folder) =>
    ['rss.xml', 'atom.xml', 'feed.json'].map((file) => `${siteUrl}/feeds${folder}/${file}`),
  )
  const both = [
    {
      host: 'blog.example',
      key: 'abcdef0123456789',
      urlList: [page],
      keyLocation: `${siteUrl}/abcdef0123456789.txt`,
    },
    new URLSearchParams([['hub.mode', 'publish'], ...feeds.map((feed) => ['hub.url', feed])]).toString(),
  ]
  expect(told()).toEqual(both)
  await publish(admin, draft)
  await work()
  await withdraw(admin, { editionId: draft.editionId, forGood: true })
  await work()
  expect(told()).toEqual([...both, ...both, ...both])
})

test('nobody is told of what readers cannot see yet, but at its time', async () => {
  const admin = await anActor('admin')
  const { editionId, revisionId, page } = await aDraft()
  await publish(admin, { editionId, revisionId, at: new Date(Date.now() + 3_600_000) })
  expect(await waiting()).toEqual([])
  const early = { id: randomUUID(), data: { editionId } }
  await doJob('tell-search-engines', early, ports())
  await withdraw(admin, { editionId }) // called off: it never was out
  await work()
  expect(peer.received).toEqual([])

  await db.publication.update({
    where: { editionId },
    data: { withdrawnAt: null, publishAt: new Date(Date.now() - 1_000) },
  })
  await doJob('announce-publication', { id: randomUUID(), data: { editionId } }, ports())
  await work()
  expect(told()).toMatchObject([{ urlList: [page] }, expect.stringContaining('hub.mode=publish')])
})

test('who is away is told again, who refuses for good is not, and without settings nobody is', async () => {
  const { editionId } = await anEdition()
  const job = { id: randomUUID(), data: { editionId } }
  for (const status of [0, 403, 429, 500]) {
    peer.status = status
    for (const queue of queues)
      await expect(doJob(queue, job, ports()), `${queue} ${status}`).rejects.toThrow()
  }
  peer.status = 422
  for (const queue of queues) await doJob(queue, job, ports())
  const before = peer.received.length
  for (const queue of queues)
    await doJob(queue, job, { ...ports(), searchEngines: undefined, feedReaders: undefined })
  expect(peer.received).toHaveLength(before)
  await expect(doJob('tell-search-engines', { id: '', data: {} }, ports())).rejects.toThrow()
})
