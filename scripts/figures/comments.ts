import type { ClientBase } from 'pg'
import { keepTracesDays } from '@/lib/comments/rules'
import { insertEvidence } from './evidence'
import { fillKept } from './kept-of-comments'
import { withoutIndexes } from './without-indexes'
import { commentNames, commentWords } from './words'

/** Over how many days comments are spread; of the newest fifth every second one waits. */
const days = 120
const newest = 0.2

/**
 * Makes this many comments on all that is published, the most on what is newest: a tenth of them pending, held for one
 * reason or another or not looked at yet; of the rest 95 % spam, 4 % approved and 1 % trash. With threads, with authors
 * and addresses that come again, and with what rules, checkers and editors said of them. Nobody else uses the
 * database meanwhile. What it makes depends on the numbers of comments alone, and not on chance.
 */
export async function manyComments(client: ClientBase, count: number) {
  await client.query('begin')
  await client.query(helpers)
  await client.query(editionsHere)
  await client.query(made, [count, days, newest, keepTracesDays])
  await client.query('create unique index on made (n); create unique index on made (id); analyze made')
  await withoutIndexes(client, filled, async () => {
    // Without triggers, for each of which a row would wait; what they keep is filled below, at once. Foreign keys are
    // triggers too: all that is made points at rows of this transaction.
    await client.query(`set local session_replication_role = 'replica'`)
    await client.query(comments, [
      ...(['en', 'ja', 'ar', 'spam'] as const).flatMap((kind) => [commentWords[kind], commentNames[kind]]),
    ])
    await client.query('analyze comment')
    await insertEvidence(client)
    await fillKept(client)
    await client.query(`set local session_replication_role = 'origin'`)
  })
  await client.query('commit')
}

const filled = [
  ...['comment', 'comment_words', 'unchecked_comment', 'submission_trace', 'spam_verdict', 'screening_step'],
  ...['moderation_decision', 'spam_feedback', 'comment_opinion'],
]

// `part`: of a comment's number and what it is asked for, a number from 0 up to 1 that looks like chance. `some_words`: so
// many of a list, with full stops and paragraphs.
const helpers = `
  create function pg_temp.part(n bigint, of_what int) returns float8 language sql immutable parallel safe as $$
    select (hashint8extended(n, of_what) & 1048575) / 1048576.0::float8 $$;
  create function pg_temp.some_words(n bigint, number int, words text[], gap text) returns text
  language sql immutable parallel safe as $$
    select string_agg(
      words[1 + ((hashint8extended(n, w) & 1048575) % cardinality(words))::int]
        || case when w % 60 = 0 then E'.\\n\\n' when w % 9 = 0 then '.' || gap when w < number then gap else '' end,
      '')
    from generate_series(1, number) as w $$;`

const editionsHere = `
  create temporary table edition_here on commit drop as
  select row_number() over (order by published_at desc, id) - 1 as place, id, chapter_id, locale
  from published_edition;
  create unique index on edition_here (place);
  analyze edition_here;`

// Each comment with its place, its time and what became of it; one that answers names the last approved one before it.
const made = `
  create temporary table made on commit drop as
  with aged as (
    select n, date_trunc('milliseconds', now() - interval '10 minutes' - (($1::int - n) / $1::float8) * $2::int * interval '1 day') as at,
      case when n > (1 - $3::float8) * $1::int and n % 2 = 0 then 'pending'
        when pg_temp.part(n, 1) < 0.95 then 'spam' when pg_temp.part(n, 1) < 0.99 then 'approved'
        else 'trash' end::comment_status as status
    from generate_series(1, $1::int) as n),
  placed as (
    select aged.*, floor((select count(*) from edition_here) * case
      when status = 'spam' and n % 2 = 0 then pg_temp.part(n, 2) else power(pg_temp.part(n, 2), 3) end)::bigint as place
    from aged),
  answering as (
    select placed.n, placed.at, placed.status, e.id as edition_id, e.chapter_id, e.locale,
      max(placed.n) filter (where placed.status = 'approved')
        over (partition by e.chapter_id order by placed.n rows between unbounded preceding and 1 preceding) as before
    from placed join edition_here e using (place))
  select n, at, status, edition_id, chapter_id, locale, uuidv7(at - clock_timestamp()) as id,
    case when pg_temp.part(n, 3) < case when status = 'spam' then 0.05 else 0.33 end then before end as answers,
    status = 'spam' as is_spam,
    at > now() - $4::int * interval '1 day' as is_traced,
    floor(case when status = 'spam' then 200000 * pg_temp.part(n, 4) else 30000 * power(pg_temp.part(n, 4), 2) end)::int
      as author,
    case status when 'spam' then 'spam-verdict' when 'trash' then 'disallowed-words' when 'pending' then
      case when pg_temp.part(n, 5) < 0.55 then 'waits-for-editor' when pg_temp.part(n, 5) < 0.70 then 'links'
        when pg_temp.part(n, 5) < 0.80 then 'moderation-words' when pg_temp.part(n, 5) < 0.88 then 'learning-filter'
        when pg_temp.part(n, 5) < 0.94 then 'flood' when pg_temp.part(n, 5) < 0.98 then 'spam-verdict' end end as rule,
    status = 'pending' and pg_temp.part(n, 5) >= 0.98 as is_unseen
  from answering`

const comments = `
  insert into comment (
    id, chapter_id, edition_id, parent_id, status, name, email, url, text, locale, submission_key, sent_at, held_for)
  select m.id, m.chapter_id, m.edition_id, parent.id, m.status,
    case when m.is_spam then names[1 + m.author % cardinality(names)]
      else names[1 + m.author % cardinality(names)] || ' ' || (m.author / cardinality(names)) end,
    case when m.is_spam then 'promo' || m.author || '@mail' || m.author % 300 || '.example'
      else 'reader' || m.author || '@' || (array['example.org', 'example.com', 'example.net'])[1 + m.author % 3] end,
    case when m.is_spam and m.n % 5 > 0 or m.n % 20 = 0 then
      'https://' || case when m.is_spam then 'shop' || m.author % 5000 else 'home' || m.author end || '.example/' end,
    pg_temp.some_words(m.n, case when m.is_spam then 15 + (65 * pg_temp.part(m.n, 6))::int
        when m.n % 300 = 0 then 900 else 4 + (120 * power(pg_temp.part(m.n, 6), 3))::int end, words,
      case when m.locale = 'ja' and not m.is_spam then '' else ' ' end)
      || case when m.is_spam and m.n % 3 > 0 or m.rule = 'links' then
        ' https://shop' || m.author % 5000 || '.example/' || m.n % 97 || ' https://www.shop' || m.author % 5000 || '.example/' else '' end,
    m.locale, gen_random_uuid(), m.at, case when m.rule = 'flood' then (array['flood', 'author', 'late-change'])[1 + m.n % 3] end
  from made m left join made parent on parent.n = m.answers
  cross join lateral (select
    case when m.is_spam then $7::text[] when m.locale = 'ja' then $3::text[] when m.locale = 'ar' then $5::text[] else $1::text[] end as words,
    case when m.is_spam then $8::text[] when m.locale = 'ja' then $4::text[] when m.locale = 'ar' then $6::text[] else $2::text[] end as names
  ) as by_language
  order by m.n`
