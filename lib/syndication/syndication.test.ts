import { XMLParser, XMLValidator } from 'fast-xml-parser'
import Parser from 'rss-parser'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { atom } from './atom'
import type { Feed } from './feed'
import { chapterData, commentsData, inPage } from './json-ld'
import { jsonFeed } from './json-feed'
import { rss } from './rss'
import { robots, sitemap, sitemapIndex } from './sitemap'

const entry = {
  id: '0190a1b2-0000-7000-8000-000000000001',
  url: 'https://blog.example/ja/chapters/%E9%9C%A7',
  title: '霧 & <the> "fog" ]]>\u0000\u000b\ud800',
  language: 'ja',
  summary: 'Nine days',
  html: '<p>灯台 &amp; <ruby>霧<rt>きり</rt></ruby></p>',
  author: 'Ada <ada>',
  published: new Date('2019-01-14T09:30:00Z'),
  updated: new Date('2020-02-03T10:00:00Z'),
  tags: ['fog & sea', '海'],
}
const feed: Feed = {
  title: 'Chapterhouse & Co',
  description: 'Long <stories>',
  language: 'ja',
  page: 'https://blog.example/ja',
  self: 'https://blog.example/feeds/ja/rss.xml?a=1&b=2',
  updated: entry.updated,
  entries: [
    entry,
    { ...entry, id: '0190a1b2-0000-7000-8000-000000000002', author: undefined, tags: [], summary: '' },
  ],
}
const parse = (xml: string) =>
  new XMLParser({
    ignoreAttributes: false,
    processEntities: true,
    isArray: (name) => ['item', 'entry', 'category', 'url', 'sitemap'].includes(name),
  }).parse(xml)

describe.each([
  ['RSS', rss(feed)],
  ['Atom', atom(feed, 'Chapterhouse')],
  ['an empty RSS', rss({ ...feed, entries: [] })],
  ['an empty Atom', atom({ ...feed, language: undefined, entries: [] }, 'Chapterhouse')],
  [
    'a sitemap',
    sitemap([
      { url: 'https://blog.example/en?a=1&b=2', changed: entry.updated },
      { url: 'https://blog.example/' },
    ]),
  ],
])('%s', (_name, xml) => {
  test('is well-formed and holds no character that XML forbids', () => {
    expect(XMLValidator.validate(xml)).toBe(true)
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
    expect(xml.isWellFormed()).toBe(true)
  })
})

test('RSS has what the specification asks of channel and item, and is read by a feed reader', async () => {
  const { channel, '@_version': version } = parse(rss(feed)).rss
  expect(version).toBe('2.0')
  expect(channel).toMatchObject({
    title: 'Chapterhouse &#x26; Co',
    link: feed.page,
    description: 'Long &#x3C;stories&#x3E;',
    language: 'ja',
  })
  expect(Date.parse(channel.lastBuildDate)).toBe(feed.updated.getTime())
  expect(channel['atom:link']).toMatchObject({
    '@_rel': 'self',
    '@_href': feed.self,
    '@_type': 'application/rss+xml',
  })
  for (const item of channel.item) {
    expect(item.pubDate).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/)
    expect(item.guid).toMatchObject({
      '@_isPermaLink': 'false',
      '#text': expect.stringMatching(/^urn:uuid:/),
    })
    expect(item.description).not.toBe('')
  }
  const read = await new Parser().parseString(rss(feed))
  expect(read.items[0]).toMatchObject({
    link: entry.url,
    creator: entry.author,
    categories: entry.tags,
    isoDate: '2019-01-14T09:30:00.000Z',
    'content:encoded': entry.html,
  })
  expect(read.items[0]).toMatchObject({
    title: '霧 &#x26; &#x3C;the&#x3E; "fog" ]]&#x3E;',
    contentSnippet: 'Nine days',
  })
})

test('Atom has what RFC 4287 asks of feed and entry, and is read by a feed reader', async () => {
  const { feed: root } = parse(atom(feed, 'Chapterhouse'))
  expect(root['@_xmlns']).toBe('http://www.w3.org/2005/Atom')
  expect(root.id).toBe(feed.self)
  expect(root.author).toEqual({ name: 'Chapterhouse' })
  expect(root.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(root.link.map((link: Record<string, string>) => link['@_rel'])).toEqual(['self', 'alternate'])
  expect(new Set(root.entry.map(({ id }: { id: string }) => id)).size).toBe(2)
  for (const one of root.entry) {
    expect(one.id).toMatch(/^urn:uuid:/)
    expect(one.content).toMatchObject({ '@_type': 'html' })
    expect(one.updated >= one.published).toBe(true)
  }
  const read = await new Parser().parseString(atom(feed, 'Chapterhouse'))
  expect(read.items[0]).toMatchObject({ link: entry.url, content: entry.html })
})

// https://www.jsonfeed.org/version/1.1/ as a schema: what is not named there would fail.
const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  description: z.string().optional(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string().optional(),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      title: z.string().optional(),
      summary: z.string().optional(),
      content_html: z.string(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z
        .array(z.strictObject({ name: z.string() }))
        .min(1)
        .optional(),
      tags: z.array(z.string()).optional(),
      language: z.string(),
    }),
  ),
})

test('JSON Feed follows its specification', () => {
  const read = jsonFeedSchema.parse(JSON.parse(jsonFeed(feed)))
  expect(read.items[0]).toMatchObject({ content_html: entry.html, tags: entry.tags, language: 'ja' })
})

test('sitemaps name whole addresses and times, and robots are told where they are', () => {
  const { urlset } = parse(sitemap([{ url: 'https://blog.example/en?a=1&b=2', changed: entry.updated }]))
  expect(urlset).toEqual({
    '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
    url: [{ loc: 'https://blog.example/en?a=1&b=2', lastmod: '2020-02-03T10:00:00.000Z' }],
  })
  const { sitemapindex } = parse(sitemapIndex([{ url: 'https://blog.example/sitemaps/chapters-1.xml' }]))
  expect(sitemapindex.sitemap).toEqual([{ loc: 'https://blog.example/sitemaps/chapters-1.xml' }])
  const lines = robots('https://blog.example/sitemap.xml').split('\n')
  for (const line of lines) expect(line).toMatch(/^$|^(User-agent|Disallow|Sitemap): \S+$/)
  expect(lines).toContain('Sitemap: https://blog.example/sitemap.xml')
})

test('a chapter’s data cannot end the script element that carries it, and says what it says', () => {
  const data = chapterData({
    url: entry.url,
    title: '</script><script>alert(1)</script><!--',
    summary: '',
    language: 'ja',
    minutes: 3,
    site: { name: 'Chapterhouse', url: 'https://blog.example' },
    published: entry.published,
    changed: entry.updated,
    translator: { name: 'Ada', url: 'https://blog.example/ja/translators/ada' },
    position: 2.5,
    tags: ['fog'],
    series: { title: 'The light', url: 'https://blog.example/ja/series/light' },
    commentCount: 1,
    comments: [
      { url: `${entry.url}/comments/1`, name: '<b>', text: '\u2028&', sentAt: entry.updated },
      { url: 'x', name: 'B', text: 'b', sentAt: entry.updated, answers: `${entry.url}/comments/1` },
    ],
    original: { url: 'https://example.org/original', published: new Date('1931-10-02') },
  })
  const text = inPage(data)
  expect(text).not.toMatch(/[<>&\u2028]/)
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)))
  expect(data[0]).toMatchObject({ '@type': 'Article', headline: '</script><script>alert(1)</script><!--' })
  expect(data[0]).toMatchObject({
    isBasedOn: { '@type': 'CreativeWork', url: 'https://example.org/original', datePublished: '1931-10-02' },
    comment: [
      { parentItem: undefined },
      { parentItem: { '@type': 'Comment', url: `${entry.url}/comments/1` } },
    ],
  })
  expect(data[1]).toMatchObject({ '@type': 'BreadcrumbList', itemListElement: { length: 3 } })
})

test('a further page of comments says which chapter they are about and the way there', () => {
  const comments = [{ url: 'u', name: 'n', text: 't', sentAt: entry.updated }]
  const way = [{ name: 'The light', url: 'https://blog.example/ja/series/light' }]
  expect(commentsData({ url: entry.url, title: 'The fog', comments }, way)).toMatchObject([
    {
      '@type': 'Article',
      '@id': entry.url,
      headline: 'The fog',
      comment: [{ '@type': 'Comment', url: 'u' }],
    },
    { '@type': 'BreadcrumbList', itemListElement: [{ position: 1, name: 'The light' }] },
  ])
})
