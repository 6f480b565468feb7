import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { HtmlValidate } from 'html-validate'
import Parser from 'rss-parser'
import { outlets, pageKinds } from '@/e2e/support/page-kinds'
import { expect, test } from '@/e2e/support/site'

const get = (url: string, headers: Record<string, string> = {}) => fetch(url, { headers, redirect: 'manual' })
const textOf = async (url: string) => (await get(url)).text()
const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
const tags = (html: string, name: string) => html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
const alternates = (html: string) =>
  tags(html, 'link')
    .filter((tag) => attribute(tag, 'hrefLang'))
    .map((tag) => attribute(tag, 'href')!.replaceAll('&amp;', '&'))
const dataIn = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(
    ([, text]) => JSON.parse(text!) as Record<string, unknown>[],
  )

// The HTML standard's own rules; what React writes in its own case is the same to a parser.
const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'attr-case': 'off' } })

test('the validator knows what is wrong', async () => {
  for (const wrong of [
    '<p><div></div></p>',
    '<ul><p>x</p></ul>',
    '<a href="/"><a href="/">x</a></a>',
    '<p id="a"></p><p id="a"></p>',
  ])
    expect((await validator.validateString(wrong)).valid, wrong).toBe(false)
})

for (const [kind, path] of Object.entries(pageKinds)) {
  test(`${kind} is valid HTML, with one title, one heading and its own address`, async ({ site }) => {
    const answer = await get(site.url + path)
    expect(answer.status).toBe(kind === 'missing' ? 404 : 200)
    const html = await answer.text()
    const report = await validator.validateString(html)
    expect(
      report.results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId}: ${one.message}`)),
    ).toEqual([])
    expect(tags(html, 'title')).toHaveLength(1)
    expect(tags(html, 'h1')).toHaveLength(1)
    if (kind === 'missing') return expect(html).toContain('content="noindex"')
    const canonical = tags(html, 'link').find((tag) => attribute(tag, 'rel') === 'canonical')!
    expect(new URL(attribute(canonical, 'href')!.replaceAll('&amp;', '&')).pathname).toBe(path.split('?')[0])
    expect(html.includes('noindex')).toBe(/\/search\?|\/most-read\/\d+\/./.test(path))
    expect(html).toMatch(/<meta property="og:title"/)
  })

  test(`${kind} names other languages only where they answer and name it too`, async ({ site }) => {
    const own = alternates(await textOf(site.url + path))
    for (const address of own) {
      const answer = await get(address)
      expect(answer.status, address).toBe(200)
      expect(alternates(await answer.text()).sort(), address).toEqual([...own].sort())
    }
  })
}

test('feeds are well-formed, name themselves, and lead to pages that answer', async ({ site }) => {
  for (const path of outlets.filter((one) => one.startsWith('/feeds'))) {
    const answer = await get(site.url + path)
    expect(answer.status, path).toBe(200)
    const text = await answer.text()
    if (path.endsWith('.json')) {
      const feed = JSON.parse(text) as { version: string; feed_url: string; items: { url: string }[] }
      expect([feed.version, feed.feed_url]).toEqual(['https://jsonfeed.org/version/1.1', site.url + path])
      for (const { url } of feed.items) expect([200, 302], url).toContain((await get(url)).status)
      continue
    }
    expect(XMLValidator.validate(text), path).toBe(true)
    expect(answer.headers.get('content-type')).toMatch(/^application\/(rss|atom)\+xml/)
    const feed = await new Parser().parseString(text)
    expect(feed.items.length, path).toBeGreaterThan(0)
    expect(text).toContain(`"${site.url}${path}"`)
    for (const { link } of feed.items) expect([200, 302], link).toContain((await get(link!)).status)
  }
})

test('a feed that is not there is a 404, and one that is there is sent once', async ({ site }) => {
  for (const path of [
    '/feeds/en/series/none/rss.xml',
    '/feeds/xx/rss.xml',
    '/feeds/en/tags/lighthouse',
    '/feeds/en/rss.html',
    '/sitemaps/chapters-2.xml',
    '/sitemaps/chapters-0.xml',
    '/sitemaps/chapters-2024-01.xml',
    '/sitemaps/chapters-2024-02-2.xml',
  ])
    expect((await get(site.url + path)).status, path).toBe(404)
  for (const path of outlets) {
    const first = await get(site.url + path, { 'accept-encoding': 'br' })
    const etag = first.headers.get('etag')!
    const again = await get(site.url + path, { 'accept-encoding': 'br', 'if-none-match': etag })
    expect([first.headers.get('content-encoding'), again.status], path).toEqual(['br', 304])
  }
})

test('pages name the feeds that carry their news', async ({ site }) => {
  const feeds = async (path: string) =>
    tags(await textOf(site.url + path), 'link')
      .filter((tag) => attribute(tag, 'type') === 'application/atom+xml')
      .map((tag) => new URL(attribute(tag, 'href')!).pathname)
  expect(await feeds('/en')).toEqual(['/feeds/en/atom.xml'])
  expect(await feeds('/en/tags/lighthouse')).toContain('/feeds/en/tags/lighthouse/atom.xml')
  for (const path of await feeds('/en/chapters/the-first-night'))
    expect((await get(site.url + path)).status).toBe(200)
})

test('the sitemaps lead to every page that robots may find, and to nothing else', async ({ site }) => {
  const robots = await textOf(`${site.url}/robots.txt`)
  const parser = new XMLParser({ isArray: (name) => ['url', 'sitemap'].includes(name) })
  const index = parser.parse(await textOf(/^Sitemap: (.+)$/m.exec(robots)![1]!)) as {
    sitemapindex: { sitemap: { loc: string; lastmod?: string }[] }
  }
  const found: string[] = []
  for (const { loc, lastmod: changed } of index.sitemapindex.sitemap) {
    expect(changed, loc).toBeDefined()
    const text = await textOf(loc)
    expect(XMLValidator.validate(text)).toBe(true)
    const { urlset } = parser.parse(text) as { urlset: { url: { loc: string; lastmod?: string }[] } }
    for (const { loc: page, lastmod } of urlset.url) {
      found.push(page)
      if (lastmod) expect(Number.isNaN(Date.parse(lastmod))).toBe(false)
      if (/\/(en|ja|ar|tags\/[^/]+|archive\/\d+\/\d+)$/.test(page)) expect(lastmod, page).toBeDefined()
    }
  }
  for (const page of found) {
    const answer = await get(page)
    expect(answer.status, page).toBe(200)
    const html = await answer.text()
    expect(html, page).not.toContain('content="noindex')
    // Translations name each other on their pages, and each of them is found here as well.
    if (page.includes('/chapters/')) expect(found, page).toEqual(expect.arrayContaining(alternates(html)))
  }
  expect(found.filter((page) => /\/archive\/\d{4}\/\d{2}$/.test(page)).length).toBeGreaterThan(2)
  expect(new Set(found).size).toBe(found.length)
  const [published] = await site.query<{ count: number }>(
    'select count(*)::int as count from published_edition',
  )
  expect(found.filter((page) => page.includes('/chapters/'))).toHaveLength(published!.count)
})

test('a chapter says as data what it says in words', async ({ site }) => {
  const html = await textOf(site.url + pageKinds.chapter)
  const [article, way] = dataIn(html)
  expect(article).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: 'The First Night',
    inLanguage: 'en',
    datePublished: '2024-02-04T08:00:00.000Z',
    author: { '@type': 'Organization', name: expect.any(String), url: expect.stringMatching(/^http/) },
  })
  for (const comment of article!.comment as Record<string, unknown>[])
    expect(comment).toMatchObject({
      '@type': 'Comment',
      text: expect.any(String),
      author: { '@type': 'Person' },
    })
  const steps = way!.itemListElement as { position: number; item: string }[]
  expect(way!['@type']).toBe('BreadcrumbList')
  expect(steps.map(({ position }) => position)).toEqual([1, 2, 3])
  for (const { item } of steps) expect((await get(item)).status).toBe(200)
})

test('lists say as data the way to them', async ({ site }) => {
  for (const kind of [
    ...[
      'series',
      'series in Arabic',
      'tag',
      'translator in Japanese',
      'archive',
      'year',
      'month',
      'rankings',
    ],
  ] as (keyof typeof pageKinds)[]) {
    const [way] = dataIn(await textOf(site.url + pageKinds[kind]))
    expect(way!['@type'], kind).toBe('BreadcrumbList')
    const steps = way!.itemListElement as { position: number; name: string; item: string }[]
    expect(steps.length, kind).toBeGreaterThan(1)
    expect(new URL(steps.at(-1)!.item).pathname, kind).toBe(pageKinds[kind])
    for (const { name, item } of steps) expect([name !== '', (await get(item)).status]).toEqual([true, 200])
  }
})

test('a comment’s own address leads to the page on which it stands, also when there are many', async ({
  site,
  page,
}) => {
  const [chapter] = await site.query<{ chapter_id: string; id: string }>(
    `select chapter_id, id from edition where slug = 'an-ordinary-sunday'`,
  )
  await site.query(
    `insert into comment (id, chapter_id, edition_id, status, name, email, text, locale, submission_key, sent_at)
     select gen_random_uuid(), $1, $2, 'approved', 'Reader ' || n, 'r@example.org', 'Answer ' || n,
            case when n % 2 = 0 then 'en' else 'ja' end, gen_random_uuid(), now() - interval '1 day' + n * interval '1 s'
     from generate_series(1, 120) as n`,
    [chapter!.chapter_id, chapter!.id],
  )
  await site.query(`select pg_notify('site_changed', 'site')`)
  const [late] = await site.query<{ id: string }>(`select id from comment where text = 'Answer 77'`)
  const path = '/en/chapters/an-ordinary-sunday'
  const permanent = await get(`${site.url}${path}/comments/${late!.id}`)
  expect([permanent.status, permanent.headers.get('location')]).toEqual([
    302,
    `${path}/comments/2#comment-${late!.id}`,
  ])

  await expect
    .poll(async () => (await textOf(site.url + path)).match(/<article id="comment-/g)?.length)
    .toBe(50)
  await page.goto(`${site.url}${path}#comment-${late!.id}`)
  await expect(page).toHaveURL(`${site.url}${path}/comments/2#comment-${late!.id}`)
  await expect(page.getByText('Answer 77', { exact: true })).toBeInViewport()
  await expect(page.locator(`#comment-${late!.id} time`)).toContainText(/^(yesterday|2[34] hours ago) · /)
  await page.getByLabel('日本語', { exact: true }).check()
  await expect(page.getByText('Answer 77', { exact: true })).toBeVisible()
  await expect(page.getByText('Answer 76', { exact: true })).toBeHidden()
  const [thread, way] = dataIn(await textOf(`${site.url}${path}/comments/2`))
  expect(thread!.comment).toHaveLength(5)
  expect(way!.itemListElement).toHaveLength(4)
  const first = await get(`${site.url}${path}/comments/1`)
  expect([first.status, first.headers.get('location')]).toEqual([302, `${path}#comments`])
  const gone = await get(`${site.url}${path}/comments/${chapter!.id}`)
  expect([gone.status, gone.headers.get('location')]).toEqual([302, `${path}#comments`])
  for (const wrong of ['comments/99', 'comments/02', 'comments/0'])
    expect((await get(`${site.url}${path}/${wrong}`)).status, wrong).toBe(404)
})
