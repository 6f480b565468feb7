import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { aComment, anEdition, aPerson } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { gatherTallies } from './gather-commands'

// Whatever happens to comments, in any order and at once: what is kept is what a recount finds. What was deleted for good
// is recounted from copies that are made just before.

const hands = 8
const events = 2_000
const clients: pg.Client[] = []
let random: () => number
const below = (count: number) => Math.floor(random() * count)
const one = <Of>(of: readonly Of[]): Of => of[below(of.length)]!

beforeAll(async () => {
  const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000)
  process.stdout.write(`events of seed ${seed}\n`)
  random = mulberry(seed)
  for (let hand = 0; hand < hands; hand++) {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    clients.push(client)
  }
  // Deleting for good lets decisions go with their comment.
  await pool().query(`
    alter table moderation_decision disable trigger moderation_decision_append_only;
    create table past_comment (like comment);
    create table past_decision (like moderation_decision);
    create table past_opinion (like comment_opinion)`)
})
afterAll(async () => {
  await pool().query('alter table moderation_decision enable trigger moderation_decision_append_only')
  for (const client of clients) await client.end()
})

function mulberry(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const statuses = ['pending', 'approved', 'spam', 'trash'] as const

type Event = (client: pg.Client, id: string) => Promise<unknown>

const decided =
  (by: { byId?: string; rule?: string }): Event =>
  async (client, id) => {
    const becomes = one(statuses)
    const { rows } = await client.query<{ was: string }>(
      'select status::text as was from comment where id = $1',
      [id],
    )
    if (rows[0]!.was === becomes) return
    await client.query('update comment set status = $2 where id = $1', [id, becomes])
    await client.query(
      `insert into moderation_decision (id, comment_id, from_status, to_status, by_id, rule, undoes, at)
       values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())`,
      [newId(), id, rows[0]!.was, becomes, by.byId, by.rule, Boolean(by.byId) && below(6) === 0],
    )
  }

const verdictSaid: Event = (client, id) =>
  client.query(
    `insert into spam_verdict (id, comment_id, checker, verdict, why, at)
     values ($1, $2, $3, $4, 'note', clock_timestamp())`,
    [newId(), id, one(['akismet', 'local-rules']), one(['ham', 'spam', 'discard', 'unknown'])],
  )

const screened: Event = async (client, id) => {
  await client.query('delete from screening_step where comment_id = $1', [id])
  await client.query(
    `insert into screening_step (comment_id, place, rule, verdict, why, ms)
     select $1, place, rule, verdict::rule_verdict, why, 1
     from unnest($2::text[], $3::text[], $4::text[]) with ordinality as s (rule, verdict, why, place)`,
    [
      id,
      ['links', 'flood', 'spam-verdict', 'learning-filter', 'waits-for-editor'],
      Array.from({ length: 5 }, () => one(['nothing', 'sign', 'hold', 'spam', 'trash', 'unknown'])),
      ['note', 'note', 'note', one(['learned', 'too-few-lessons']), 'note'],
    ],
  )
}

/** As an author erases it. */
const erased: Event = async (client, id) => {
  for (const table of ['spam_verdict', 'screening_step', 'comment_opinion'] as const) {
    if (table === 'comment_opinion')
      await client.query('insert into past_opinion select * from comment_opinion where comment_id = $1', [id])
    await client.query(`delete from ${table} where comment_id = $1`, [id])
  }
}

const deleted: Event = async (client, id) => {
  await client.query('insert into past_comment select * from comment where id = $1', [id])
  await client.query('insert into past_decision select * from moderation_decision where comment_id = $1', [
    id,
  ])
  await client.query('insert into past_opinion select * from comment_opinion where comment_id = $1', [id])
  await client.query('delete from moderation_decision where comment_id = $1', [id])
  await client.query('delete from comment where id = $1', [id])
}

async function happen(client: pg.Client, event: Event, id: string) {
  await client.query('begin')
  const { rowCount } = await client.query('select from comment where id = $1 for update', [id])
  if (rowCount) await event(client, id)
  // What is taken back has not happened.
  await client.query(below(20) === 0 ? 'rollback' : 'commit')
}

const counted = `
  select 'hour' as figure, locale, date_trunc('hour', sent_at, 'UTC')::text as at, status::text as what, count(*)::int as many
  from comments where staff_id is null group by 2, 3, 4
  union all
  select 'decided', locale, date_trunc('hour', at, 'UTC')::text, '', count(*)::int
  from decisions where locale is not null and by_id is not null group by 2, 3
  union all
  select t.figure::text, d.locale, (d.at at time zone 'UTC')::date::text, t.who || ' ' || t.what, count(*)::int
  from decisions d cross join lateral (
    values ('decision', coalesce('person:' || by_id, 'rule:' || rule), case when undoes then 'undone' else to_status::text end),
      ('person_wait', 'person:' || by_id, wait_bucket(waited)::text),
      ('rule_wait', 'rule:' || coalesce(held_by, 'none'), wait_bucket(waited)::text),
      ('checker_wait', 'checker:' || coalesce(checked_by, 'none'), wait_bucket(waited)::text)) as t (figure, who, what)
  where d.locale is not null and (t.figure = 'decision' or d.waited is not null) group by 1, 2, 3, 4
  union all
  select 'opinion', locale, day::text, source || ' ' || said || '>' || truth, count(*)::int from opinions group by 2, 3, 4`

const kept = (where: string) => `
  select * from (
    select 'hour' as figure, locale, at::text, s.what, sum(s.many)::int as many from hour_tally
    cross join lateral (values ('pending', pending), ('approved', approved), ('spam', spam), ('trash', trash)) as s (what, many)
    where ${where} group by 2, 3, 4
    union all
    select 'decided', locale, at::text, '', sum(decided)::int from hour_tally where ${where} group by 2, 3
    union all
    select figure::text, locale, day::text, who || ' ' || what, sum(count)::int from day_tally where ${where}
    group by 1, 2, 3, 4) k
  where many <> 0`

/** What is kept and what is counted, where they differ. */
async function differences(which: 'what is there' | 'all that was') {
  const of = (now: string, past: string) =>
    which === 'what is there'
      ? `select * from ${now}`
      : `select * from ${now} union all select * from ${past}`
  const { rows } = await pool().query<object>(
    `with comments as (${of('comment', 'past_comment')}), decisions as (${of('moderation_decision', 'past_decision')}),
       opinions as (${of('comment_opinion', 'past_opinion')})
     select * from (${kept(which === 'what is there' ? 'not gone' : 'true')}) k
     full join (${counted}) c using (figure, locale, at, what) where k.many is distinct from c.many`,
  )
  return rows
}

// Each test looks at what these have left.
beforeAll(async () => {
  const editions = await Promise.all(['en', 'ja', 'ar'].map((locale) => anEdition({ locale })))
  const people = await Promise.all(Array.from({ length: 4 }, () => aPerson()))
  const ids: string[] = []
  const born = async () => {
    const { id } = await aComment({
      edition: one(editions),
      status: one(['pending', 'pending', 'pending', ...statuses]),
      sentAt: new Date(Date.now() - below(10 * 24 * 60) * 60_000),
    })
    if (below(15) === 0)
      await pool().query('update comment set staff_id = $2 where id = $1', [id, people[0]!.id])
    ids.push(id)
  }
  for (let number = 0; number < 40; number++) await born()
  const kinds: (() => Event)[] = [
    ...Array.from({ length: 6 }, () => () => decided({ byId: one(people).id })),
    ...Array.from({ length: 3 }, () => () => decided({ rule: one(['links', 'spam-verdict', 'other']) })),
    ...Array.from({ length: 3 }, () => () => verdictSaid),
    ...Array.from({ length: 3 }, () => () => screened),
    () => erased,
    () => deleted,
  ]
  let left = events
  await Promise.all(
    clients.map(async (client) => {
      while (left-- > 0) {
        if (below(5) === 0) await born()
        else await happen(client, one(kinds)(), one(ids))
        if (below(200) === 0) await gatherTallies()
      }
    }),
  )
})

test('after 2,000 events by many at once, deletions among them, each count is that of a recount', async () => {
  expect(await differences('what is there')).toEqual([])
  expect(await differences('all that was')).toEqual([])
  const { rows } = await pool().query<{ past: number; gone: number; waited: number }>(
    `select (select count(*)::int from past_comment) as past,
       (select sum(count)::int from day_tally where gone) as gone,
       (select count(*)::int from moderation_decision where waited is not null) as waited`,
  )
  expect(rows[0]!.past).toBeGreaterThan(20)
  expect(rows[0]!.gone).toBeGreaterThan(20)
  expect(rows[0]!.waited).toBeGreaterThan(20)
  await gatherTallies()
  const apart = await pool().query<{ many: string }>(
    'select (select count(*) from day_tally where backend <> 0) + (select count(*) from hour_tally where backend <> 0) as many',
  )
  expect(Number(apart.rows[0]!.many)).toBe(0)
  expect(await differences('all that was')).toEqual([])
})

test('and made anew from the tables, they are the same', async () => {
  const before = await pool().query<{ figure: string }>(
    `${kept('not gone')} and figure <> 'opinion' order by 1, 2, 3, 4`,
  )
  const opinions = `select * from comment_opinion o where said <> 'nothing' order by comment_id, source`
  const said = await pool().query<object>(opinions)
  const client = clients[0]!
  await client.query(`begin; set local session_replication_role = 'replica'`)
  await client.query('update moderation_decision set locale = null, waited = null')
  await client.query('select fill_tallies()')
  const after = await client.query<{ figure: string }>(
    `${kept('not gone')} and figure <> 'opinion' order by 1, 2, 3, 4`,
  )
  const anew = await client.query<object>(opinions)
  await client.query('rollback')
  const withoutRules = (rows: { figure: string }[]) =>
    rows.filter(({ figure }) => !['rule_wait', 'checker_wait'].includes(figure))
  // Which rule and which checker it was then is known only then.
  expect(withoutRules(after.rows)).toEqual(withoutRules(before.rows))
  expect(after.rows.length).toBeGreaterThan(100)
  expect(anew.rows).toEqual(said.rows)
  expect(await db.commentOpinion.count()).toBeGreaterThan(20)
})

test('what ends a site’s comments ends its counts', async () => {
  const client = clients[0]!
  await client.query('begin; truncate comment cascade')
  const { rows } = await client.query('select from hour_tally union all select from day_tally')
  await client.query('rollback')
  expect(rows).toEqual([])
})
