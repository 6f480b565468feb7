import type { ClientBase } from 'pg'

const inSample = `
  hashtextextended(c.id::text, 0) % greatest(1, (select count(*) from comment) / 500) = 0`

// Each is asked twice: as it is kept, and counted one by one.
const counts: Record<string, { kept: string; counted: string }> = {
  'comments of each status': {
    kept: `select status::text as what, sum(count)::int as many from comment_count group by 1 having sum(count) <> 0`,
    counted: `select status::text as what, count(*)::int as many from comment group by 1`,
  },
  'editions of each state': {
    kept: `select state::text as what, count as many from desk_edition_count where count <> 0`,
    counted: `
      select case when p.edition_id is null or p.withdrawn_at < p.publish_at then 'draft'
        when p.withdrawn_at is not null then 'withdrawn' else 'out' end as what, count(*)::int as many
      from edition e left join publication p on p.edition_id = e.id group by 1`,
  },
  'editions of each month': {
    kept: `select locale || ' ' || month as what, editions::int as many from listing_month where editions <> 0`,
    counted: `
      select e.locale || ' ' || month_of(p.publish_at) as what, count(*)::int as many
      from publication p join edition e on e.id = p.edition_id where p.withdrawn_at is null group by 1`,
  },
  'comments that nobody has checked': {
    kept: `select comment_id as what, sent_at as many from unchecked_comment`,
    counted: `
      select c.id as what, c.sent_at as many from comment c
      where c.status = 'pending' and not exists (select from spam_verdict v where v.comment_id = c.id and v.settles)`,
  },
  'comments and decisions of each hour': {
    kept: `
      select locale || ' ' || at as what,
        array[sum(pending), sum(approved), sum(spam), sum(trash), sum(decided)]::int[] as many
      from hour_tally where not gone group by 1
      having (sum(pending), sum(approved), sum(spam), sum(trash), sum(decided)) <> (0, 0, 0, 0, 0)`,
    counted: `
      select locale || ' ' || at as what, array[count(*) filter (where status = 'pending'),
        count(*) filter (where status = 'approved'), count(*) filter (where status = 'spam'),
        count(*) filter (where status = 'trash'), count(*) filter (where status is null)]::int[] as many
      from (
        select locale, date_trunc('hour', sent_at, 'UTC') as at, status from comment where staff_id is null
        union all
        select locale, date_trunc('hour', at, 'UTC'), null from moderation_decision
        where locale is not null and by_id is not null) s
      group by 1`,
  },
  'figures of each day': {
    kept: `
      select figure || ' ' || locale || ' ' || day || ' ' || who || ' ' || what as what, sum(count)::int as many
      from day_tally where not gone group by 1 having sum(count) <> 0`,
    counted: `
      select figure || ' ' || locale || ' ' || day || ' ' || who || ' ' || what as what, count(*)::int as many
      from (
        select c.figure, d.locale, (d.at at time zone 'UTC')::date as day, c.who, c.what
        from moderation_decision d cross join lateral tallies_of_decision(
          d.by_id, d.rule, d.undoes, d.to_status, d.waited, d.held_by, d.checked_by) c
        where d.locale is not null
        union all
        select 'opinion', locale, day, source, said || '>' || truth from comment_opinion) s
      group by 1`,
  },
  // Of very many every so-manieth: to find the words anew takes long.
  'words of comments': {
    kept: `
      select c.id as what, w.words::text as many from comment c join comment_words w on w.comment_id = c.id
      where ${inSample}`,
    counted: `
      select id as what, words::text as many
      from comment c cross join lateral words_of_comment(name, email, url, text) as words
      where ${inSample} and length(words) > 0`,
  },
}

export interface Recount {
  name: string
  /** How many values are kept. */
  values: number
  isExact: boolean
}

/** Are the counts that triggers keep those of a recount? */
export async function recount(client: ClientBase): Promise<Recount[]> {
  const results: Recount[] = []
  for (const [name, { kept, counted }] of Object.entries(counts)) {
    const { rows } = await client.query<{ values: number; wrong: number }>(
      `select count(*)::int as values, count(*) filter (where k.many is distinct from c.many)::int as wrong
       from (${kept}) k full join (${counted}) c using (what)`,
    )
    const { values, wrong } = rows[0]!
    results.push({ name, values, isExact: wrong === 0 })
  }
  return results
}
