import type pg from 'pg'

/**
 * Publishes this many English chapters of about 300 words in series of 50, an hour apart from 2015 on. Their
 * addresses are `/en/chapters/grown-1` and so on.
 */
export async function manyChapters(client: pg.Client, count: number) {
  await client.query('begin')
  await client.query(
    `create temporary table grown on commit drop as
     select n, gen_random_uuid() as chapter, gen_random_uuid() as edition, gen_random_uuid() as revision,
            1 + (n - 1) / 50 as series, 'Chapter ' || n || ' of many' as title,
            (select string_agg((array['lamp', 'harbour', 'keeper', 'gull', 'weather', 'stair', 'letter', 'winter'])
                                 [1 + (n * 7 + w * w) % 8] || (case when w % 12 = 0 then '.' else '' end), ' ')
             from generate_series(1, 300) as w) || ' number' || n as text
     from generate_series(1, $1::int) as n`,
    [count],
  )
  await client.query(
    `with s as (insert into series (id, slug)
                select gen_random_uuid(), 'grown-' || series from grown group by series returning id, slug)
     insert into series_title (series_id, locale, title) select id, 'en', 'Series ' || slug from s`,
  )
  for (const insert of [
    `insert into chapter (id, series_id, number)
     select chapter, s.id, n from grown join series s on s.slug = 'grown-' || series`,
    `insert into edition (id, chapter_id, locale, slug) select edition, chapter, 'en', 'grown-' || n from grown`,
    `insert into revision (id, edition_id, number, title, summary, doc, html, text)
     select revision, edition, 1, title, 'A summary of ' || title, '{}', '<p>' || text || '</p>', text from grown`,
    `insert into publication (edition_id, revision_id, publish_at)
     select edition, revision, timestamptz '2015-01-01' + n * interval '1 hour' from grown`,
  ])
    await client.query(insert)
  await client.query('commit')
  await client.query('vacuum analyze')
  await client.query('checkpoint') // or Postgres writes for minutes while others measure
  await client.query(`select pg_notify('site_changed', 'site')`)
}
