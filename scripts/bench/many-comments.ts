import type pg from 'pg'

/** Fills the table with comments of other days, spread over all chapters, in every status and by 200,000 people. */
export async function manyComments(client: pg.Client, count: number) {
  await client.query(
    `insert into comment (id, chapter_id, edition_id, status, name, email, text, locale, submission_key, sent_at)
     select gen_random_uuid(), e.chapter_id, e.id,
       (array['approved', 'approved', 'spam', 'pending', 'trash'])[1 + g % 5]::comment_status,
       'Reader ' || g, 'old' || (g % 200000) || '@example.org', 'Old comment ' || g || repeat(' and its words', 8),
       'en', gen_random_uuid(), now() - interval '1 day' - g * interval '1 second'
     from generate_series(1, $1::int) as g
     join (select id, chapter_id, row_number() over () - 1 as place, count(*) over () as all from edition) as e
       on e.place = g % e.all`,
    [count],
  )
  await client.query('vacuum analyze comment')
  await client.query('checkpoint')
}
