import type { ClientBase } from 'pg'

/**
 * What triggers keep of comments, for those of `made` at once: how many stand in each status, which nobody has checked,
 * the words that they are found by, and what statistics show.
 */
export async function fillKept(client: ClientBase) {
  await client.query(counts)
  await client.query(unchecked)
  await client.query(words)
  await client.query('select fill_tallies()')
}

const counts = `
  insert into comment_count as c (status, backend, count)
  select status, pg_backend_pid(), count(*) from made group by status
  on conflict (status, backend) do update set count = c.count + excluded.count`

const unchecked = `
  insert into unchecked_comment (comment_id, sent_at)
  select m.id, m.at from made m
  where m.status = 'pending'
    and not exists (select from spam_verdict v where v.comment_id = m.id and v.settles)`

// The words of nearly all are plain letters, and all links are written alike: they are found without the patterns that
// what readers type needs, many times as fast. Whether they are the same words, the recount says.
const words = `
  insert into comment_words (comment_id, words)
  select m.id, array_to_tsvector(array_remove(said.hosts || case
    when said.whole ~ '[^\\u0001-\\u007f]' then search_grams(search_bare(search_plain("left"(said.whole, 20000))))
    else string_to_array(translate(lower(said.whole), E'@.:/, \\n', repeat(' ', 7)), ' ') end, ''))
  from made m join comment c on c.id = m.id
  cross join lateral (
    select concat_ws(' ', c.name, c.email, c.url, c.text) as whole,
      array(
        select ':' || case when starts_with(host, 'www.') then substr(host, 5) else host end
        from unnest((string_to_array(replace(concat_ws(' ', c.url, c.text), 'https://', E'\\n\\t'), E'\\n\\t'))[2:]) as link,
          split_part(link, '/', 1) as host) as hosts) as said
  order by m.n`
