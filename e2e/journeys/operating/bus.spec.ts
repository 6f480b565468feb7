import { openNewestChapter } from '@/e2e/rig/reader'
import { threadPageLength } from '@/lib/comments/rules'
import { newId } from '@/lib/kernel/ids'
import { expect, test, type Site } from '@/e2e/support/site'

/** Approves a comment as any process on the database would: rows and announcement in one transaction. */
async function anApprovedComment(site: Site, chapter: string, text: string) {
  const id = newId()
  await site.query(
    `with edition as (select id, chapter_id, locale from published_edition where chapter_id = $2 limit 1),
          added as (
            insert into comment (id, chapter_id, edition_id, status, name, email, text, locale, submission_key)
            select $1, chapter_id, id, 'approved', 'Rosa', 'rosa@example.org', $3, locale, $4 from edition returning 1)
     select pg_notify('site_changed', 'chapter:' || $2::text) from added`,
    [id, chapter, text, newId()],
  )
}

const pageOf = async (url: string, path: string) => (await fetch(url + path)).text()

const seenWithin2s = (url: string, path: string, text: string) =>
  expect.poll(() => pageOf(url, path), { timeout: 2_000, intervals: [50] }).toContain(text)

test('a change is on every instance within two seconds', async ({ site }) => {
  const { action, chapter } = await openNewestChapter(site.url)
  const path = action.replace('/comments', '')
  const other = await site.another({ WORKER: 'apart' })
  await Promise.all([pageOf(site.url, path), pageOf(other.url, path)])
  await anApprovedComment(site, chapter, 'Heard by everyone at once.')
  await Promise.all([site.url, other.url].map((url) => seenWithin2s(url, path, 'Heard by everyone at once.')))

  await anApprovedComment(site, chapter, 'There before the third one woke.')
  const late = await site.another({ WORKER: 'apart' })
  expect(await pageOf(late.url, path)).toContain('There before the third one woke.')
  await anApprovedComment(site, chapter, 'Said after the third one woke.')
  await seenWithin2s(late.url, path, 'Said after the third one woke.')
  await Promise.all([other.stop(), late.stop()])
})

test('a change is seen although the listening connection was cut', async ({ site }) => {
  const { action, chapter } = await openNewestChapter(site.url)
  const path = action.replace('/comments', '')
  for (let round = 1; round <= 3; round++) {
    await pageOf(site.url, path)
    const cut = await site.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'chapterhouse bus'`,
    )
    expect(cut.length).toBeGreaterThan(0)
    await anApprovedComment(site, chapter, `Said into the silence, ${round}.`)
    await seenWithin2s(site.url, path, `Said into the silence, ${round}.`)
  }
})

test('a page asked for after a change is not made of what another page read before it', async ({ site }) => {
  const { action, chapter } = await openNewestChapter(site.url)
  const path = action.replace('/comments', '')
  const [{ definition }] = (await site.query<{ definition: string }>(
    `select pg_get_viewdef('published_edition') as definition`,
  )) as [{ definition: string }]
  const view = (body: string) => site.query(`create or replace view published_edition as ${body}`)
  // Enough for a second page of comments, which reads the chapter too.
  for (let place = 0; place <= threadPageLength; place++)
    await anApprovedComment(site, chapter, `Said before ${place}.`)
  await seenWithin2s(site.url, `${path}/comments/2`, 'Said before')
  // Every reading of the view lasts half a second, and sees the database as it was when it began.
  await view(
    `with nap as materialized (select pg_sleep(0.5)) select * from (${definition.replace(';', '')}) as page where exists (select from nap)`,
  )
  try {
    await site.query(`select pg_notify('site_changed', 'site')`)
    await untilHeard(site)
    // That there is such a chapter is looked up before its page is made, and known from here on.
    await fetch(`${site.url}/feeds${path}/rss.xml`)
    const early = pageOf(site.url, path)
    await expect
      .poll(() => site.query(`select from pg_stat_activity where wait_event = 'PgSleep'`), {
        intervals: [20],
      })
      .not.toEqual([])
    await site.query(
      `with old as (select r.*, p.edition_id as edition from publication p join revision r on r.id = p.revision_id
                    join edition e on e.id = p.edition_id where e.chapter_id = $1 and e.locale = 'en'),
            added as (insert into revision (id, edition_id, number, title, summary, doc, html, text)
              select $2, edition, number + 100, 'Called otherwise', summary, doc, html, text from old returning id, edition_id)
       update publication set revision_id = added.id from added where publication.edition_id = added.edition_id`,
      [chapter, newId()],
    )
    await site.query(`select pg_notify('site_changed', 'chapter:' || $1::text)`, [chapter])
    await untilHeard(site)
    const [late, other] = [pageOf(site.url, path), pageOf(site.url, `${path}/comments/2`)]
    const told = async (page: Promise<string>) => (await page).includes('Called otherwise')
    expect(await told(early)).toBe(false)
    expect([await told(late), await told(other)]).toEqual([true, true])
    expect(await told(pageOf(site.url, path))).toBe(true)
  } finally {
    await view(definition)
  }
})

/** Until the connection that listens has begun a question after now: what was said before has then reached it. */
async function untilHeard(site: Site) {
  const [{ now }] = (await site.query<{ now: string }>(`select clock_timestamp()::text as now`)) as [
    { now: string },
  ]
  const waiting = `select from pg_stat_activity
    where application_name = 'chapterhouse bus' and (query_start <= $1::timestamptz or state <> 'idle')`
  await expect.poll(() => site.query(waiting, [now]), { intervals: [20] }).toEqual([])
}

test('a scheduled chapter appears at its time without any job', async ({ site }) => {
  const [made] = await site.query<{ slug: string }>(
    `with c as (insert into chapter (id, series_id, number) select $1, id, 900 from series limit 1 returning id),
          e as (insert into edition (id, chapter_id, locale, slug) select $2, id, 'en', 'at-its-time' from c returning id, slug),
          r as (insert into revision (id, edition_id, number, title, summary, doc, html, text)
                select $3, id, 1, 'At its time', 'A summary', '{}', '<p>Now it is here.</p>', 'Now it is here.' from e returning id, edition_id)
     insert into publication (edition_id, revision_id, publish_at)
     select edition_id, id, now() + interval '6 seconds' from r returning (select slug from e) as slug`,
    [newId(), newId(), newId()],
  )
  const path = `/en/chapters/${made!.slug}`
  expect((await fetch(site.url + path)).status).toBe(404)
  expect(await pageOf(site.url, '/en')).not.toContain('At its time')
  await expect
    .poll(async () => (await fetch(site.url + path)).status, { timeout: 9_000, intervals: [50] })
    .toBe(200)
  const [{ late }] = (await site.query<{ late: number }>(
    `select extract(epoch from now() - publish_at)::float as late from publication p join edition e on e.id = p.edition_id where e.slug = 'at-its-time'`,
  )) as [{ late: number }]
  expect(late).toBeGreaterThanOrEqual(0)
  expect(late).toBeLessThan(2)
  expect(await pageOf(site.url, '/en')).toContain('At its time')
})
