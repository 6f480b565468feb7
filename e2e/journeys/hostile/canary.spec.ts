import { randomUUID } from 'node:crypto'
import { outlets, pageKinds } from '@/e2e/support/page-kinds'
import { expect, testWithSite, type Site } from '@/e2e/support/site'

const test = testWithSite()

// Every hidden text has both words: one to look for, one that must be nowhere.
const sought = 'zymurgical'
const canary = 'canaryxq'

/** Chapters that readers must not see, in every way in which that can be; each in a series and a tag of its own. */
async function hideChapters(site: Site) {
  const [person] = await site.query<{ id: string }>('select id from person limit 1')
  const states = {
    draft: undefined,
    scheduled: `now() + interval '1 day', null, null`,
    withdrawn: `now() - interval '2 day', now() - interval '1 day', null`,
    gone: `now() - interval '2 day', now() - interval '1 day', now() - interval '1 day'`,
  }
  for (const [state, publication] of Object.entries(states)) {
    const [series, chapter, edition, revision, tag] = Array.from({ length: 5 }, randomUUID)
    const text = `${sought} ${state} ${canary}`
    await site.query('insert into series (id, slug) values ($1, $2)', [series, `${canary}-series-${state}`])
    await site.query(`insert into series_title (series_id, locale, title) values ($1, 'en', $2)`, [
      series,
      text,
    ])
    await site.query('insert into chapter (id, series_id, number, source) values ($1, $2, 1, $3)', [
      chapter,
      series,
      text,
    ])
    await site.query(
      `insert into edition (id, chapter_id, locale, slug, translator) values ($1, $2, 'en', $3, $4)`,
      [edition, chapter, `${canary}-${state}`, text],
    )
    await site.query(
      `insert into revision (id, edition_id, number, title, summary, doc, html, text, author_id)
       values ($1, $2, 1, $3, $3, '{}', $3, $3, $4)`,
      [revision, edition, text, person!.id],
    )
    await site.query(`insert into tag (id, locale, slug, name) values ($1, 'en', $2, $3)`, [
      tag,
      `${canary}-tag-${state}`,
      text,
    ])
    await site.query('insert into edition_tag (edition_id, tag_id) values ($1, $2)', [edition, tag])
    await site.query(
      `insert into ranking_fact (id, chapter_id, kind, subject, place, service, source_url, as_of)
       values ($1, $2, 'search', $3, 1, $3, 'https://example.org/', now())`,
      [randomUUID(), chapter, text],
    )
    await site.query('insert into edition_reads (edition_id, day, reads) values ($1, now(), 1000)', [edition])
    if (publication)
      await site.query(
        `insert into publication (edition_id, revision_id, publish_at, withdrawn_at, gone_at) select $1, $2, ${publication}`,
        [edition, revision],
      )
    await comment(site, chapter!, edition!, 'approved')
  }
}

const comment = (site: Site, chapter: string, edition: string, status: string) =>
  site.query(
    `insert into comment (id, chapter_id, edition_id, status, name, email, url, text, locale, submission_key)
     values ($1, $2, $3, $4::comment_status, $5, 'canaryxq@example.org', 'https://canaryxq.example', $5, 'en', $6)`,
    [randomUUID(), chapter, edition, status, `${sought} ${canary} ${status}`, randomUUID()],
  )

/** On a published chapter: comments that nobody approved, and a newer text that nobody published. */
async function hideOnShownChapter(site: Site) {
  const [shown] = await site.query<{ id: string; chapter_id: string }>(
    `select id, chapter_id from edition where slug = 'the-first-night'`,
  )
  for (const status of ['pending', 'spam', 'trash']) await comment(site, shown!.chapter_id, shown!.id, status)
  await site.query(
    `insert into revision (id, edition_id, number, title, summary, doc, html, text)
     values ($1, $2, 99, $3, $3, '{}', $3, $3)`,
    [randomUUID(), shown!.id, `${sought} ${canary}`],
  )
}

const variants: Record<string, string>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
  { accept: 'application/json' },
  { accept: 'text/x-component' },
]

test('what is not published is in no page, feed, map, search or variant of one', async ({ site }) => {
  await hideChapters(site)
  await hideOnShownChapter(site)
  await site.query(`select pg_notify('site_changed', 'site')`)
  await new Promise((resolve) => setTimeout(resolve, 500))

  const hidden = ['draft', 'scheduled', 'withdrawn', 'gone']
  const searches = [sought, `"${sought}"`, 'draft', 'scheduled', 'zymurgicl'].map(
    (q) => `/en/search?q=${encodeURIComponent(q)}`,
  )
  const guesses = hidden.flatMap((state) => [
    ...['', '/comments/2', '?reply=1', '?posted=pending', '.rsc', '.json', '.txt'].map(
      (end) => `/en/chapters/hidden-${state}${end}`,
    ),
    ...[
      `/en/series/hidden-series-${state}`,
      `/en/tags/hidden-tag-${state}`,
      `/en/most-read/7/hidden-tag-${state}`,
      `/en/translators/${sought}-${state}-hidden`,
    ],
    ...['chapters/hidden-', 'series/hidden-series-', 'tags/hidden-tag-'].map(
      (room) => `/feeds/en/${room}${state}/rss.xml`,
    ),
  ])
  const waiting = [
    ...Object.values(pageKinds),
    ...outlets,
    ...searches,
    '/',
    '/en/search?q=the&page=2',
    '/en/rankings',
    '/en/most-read/365',
  ]
  const seen = new Set(waiting)
  const leaks: string[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (const headers of variants) {
      const answer = await fetch(site.url + path, { headers, redirect: 'manual' })
      const text = (await answer.text()) + JSON.stringify([...answer.headers])
      if (text.includes(canary)) leaks.push(`${path} ${JSON.stringify(headers)}`)
      if (Object.keys(headers).length > 0) continue
      for (const [, found] of text
        .replaceAll('&amp;', '&')
        .matchAll(/(?:href="|<loc>|<link>|url":"|_url":")([^"<]+)/g)) {
        const url = new URL(found!, site.url + path)
        const next = url.pathname + url.search
        const ours =
          url.host === new URL(site.url).host && !next.startsWith('/_next/') && !next.startsWith('/assets/')
        if (!ours || seen.has(next) || seen.size > 600) continue
        seen.add(next)
        waiting.push(next)
      }
    }
  }
  expect(leaks).toEqual([])
  expect(seen.size).toBeGreaterThan(100)

  // Addresses hold the word themselves: there the answer must not say more than the address.
  for (const guess of guesses) {
    const path = guess.replace('hidden', () => canary)
    const answer = await fetch(site.url + path, { redirect: 'manual' })
    const gone = /^(\/feeds)?\/en\/chapters\/canaryxq-gone($|[/?])/.test(path)
    expect(answer.status, path).toBe(gone ? 410 : 404)
    expect(await answer.text(), path).not.toContain(sought)
  }
  const found = await (await fetch(`${site.url}/en/search?q=${canary}`)).text()
  expect(found).not.toContain(sought)
})

test('a chapter that is withdrawn leaves every outlet, and comes back to all of them', async ({ site }) => {
  const address = '/en/chapters/the-clockmakers-visit'
  const where = [
    address,
    '/en',
    '/en/series/the-skerrow-light',
    '/en/tags/clocks',
    '/en/archive/2024/02',
    '/en/search?q=clockmaker',
    '/feeds/rss.xml',
    '/feeds/en/feed.json',
    '/feeds/en/tags/clocks/atom.xml',
    '/sitemaps/chapters-2024-02.xml',
    '/en/chapters/what-the-fog-is-made-of',
  ]
  const shows = async () => {
    const texts = await Promise.all(where.map(async (path) => (await fetch(site.url + path)).text()))
    return where.filter(
      (_, place) => texts[place]!.includes(`${address}"`) || texts[place]!.includes(`${address}<`),
    )
  }
  const change = async (withdrawn: string) => {
    await site.query(
      `update publication set withdrawn_at = ${withdrawn} where edition_id = (select id from edition where slug = 'the-clockmakers-visit')`,
    )
    await site.query(`select pg_notify('site_changed', 'site')`)
  }
  // All of these are rendered anew each time it looks; how soon one change is seen is bus.spec's question.
  expect(await shows()).toEqual(where)
  await change('now()')
  await expect.poll(shows).toEqual([])
  await change('null')
  await expect.poll(shows).toEqual(where)
})
