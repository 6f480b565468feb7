import type { ClientBase } from 'pg'
import { newId } from '@/lib/kernel/ids'
import { hashPassword } from '@/lib/people/sign-in/passwords'

/** How the editors of made data sign in. */
export const madeEditors = {
  count: 10,
  email: (number: number) => `editor-${number}@example.org`,
  password: 'only for made data',
}

/** Editors, lines of word lists, and what was read and searched for in the last month. */
export async function deskData(client: ClientBase, { wordLines = 300, searches = 1_000 } = {}) {
  const numbers = Array.from({ length: madeEditors.count }, (_, place) => place + 1)
  await client.query(
    `insert into person (id, email, name, role, password_hash)
     select id, email, 'Editor ' || place, 'editor', $3
     from unnest($1::uuid[], $2::text[]) with ordinality as p (id, email, place)`,
    [numbers.map(() => newId()), numbers.map(madeEditors.email), await hashPassword(madeEditors.password)],
  )
  await client.query(
    `insert into word_rule (id, list, pattern, folded, note, hits, last_hit_at, created_at)
     select gen_random_uuid(), (array['disallowed', 'moderation'])[1 + n % 2]::word_list, 'phrase of spam ' || n,
       'phrase of spam ' || n, case when n % 4 = 0 then 'seen in a campaign' end, n % 50,
       case when n % 50 > 0 then now() - n * interval '1 hour' end, now() - n * interval '3 hours'
     from generate_series(1, $1::int) as n`,
    [wordLines],
  )
  await client.query(
    `insert into search_count (locale, words, day, searches)
     select (array['en', 'en', 'ja', 'ar'])[1 + n % 4], 'searched for ' || n, (now() at time zone 'UTC')::date - day, 1 + (n * 7 + day) % 40
     from generate_series(1, $1::int) as n, generate_series(0, 29) as day where (n + day) % 3 = 0`,
    [searches],
  )
  await client.query(
    `insert into edition_reads (edition_id, day, reads)
     select e.id, (now() at time zone 'UTC')::date - day, 1 + (e.place * 13 + day) % 900
     from (select id, row_number() over (order by published_at desc, id) as place from published_edition
           order by published_at desc, id limit 2000) as e, generate_series(0, 29) as day
     where (e.place + day) % 2 = 0`,
  )
}
