import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { connect, disconnect, pool } from '@/lib/db/client'
import { anEdition } from '@/lib/db/testing/factories'
import { rowsRead } from '@/lib/db/testing/plans'
import { marksOf } from './marks'
import { findSubmission, saidAlready, storeSubmission } from './store-commands'
import { db } from '@/lib/db/client'

// Postgres keeps the plans of a connection until statistics change. Here they are made while the tables are empty, and
// asked when they are not: a comment must not cost more where there are many.
const tables = [
  'comment',
  'unchecked_comment',
  'captcha_redemption',
  'submission_pace',
  'edition',
  'chapter',
  'publication',
  'standing_rule',
]
const many = 20_000

let edition: Awaited<ReturnType<typeof anEdition>>
let sent = 0
const place = () => {
  const { chapterId, locale, slug } = edition
  const text = `The lamp was lit at ${++sent}.`
  return { chapterId, locale, slug, submissionKey: randomUUID(), text, name: 'Rea', email: 'rea@example.org' }
}
const trace = () => ({
  ip: '198.51.100.7',
  userAgent: '',
  referrer: '',
  nonce: randomUUID(),
  elapsedMs: 9_000,
})
const rules = {
  closeAfterDays: 9,
  gapSeconds: 0,
  mostInTenMinutes: 1_000,
  authorCounts: true,
  marks: marksOf({ name: 'Rea', email: 'rea@example.org', text: 'https://a.example', ip: '198.51.100.7' }),
}
const store = (heldFor?: 'flood') =>
  storeSubmission(place(), trace(), { ...rules, address: `a${sent}`, author: 'rea', heldFor })

beforeAll(async () => {
  // One connection: the one that planned is the one that is asked.
  await disconnect()
  connect(process.env.DATABASE_URL!, { max: 1 })
  edition = await anEdition()
  for (const table of tables)
    await pool()
      .query(`alter table ${table} set (autovacuum_enabled = false)`)
      .then(() => pool().query(`analyze ${table}`))
  // After five plans for what is asked Postgres makes one for whatever is asked.
  for (let times = 0; times < 8; times++) {
    await store()
    await store('flood')
    await findSubmission(place(), rules)
    await findSubmission(place(), rules, { said: true })
  }
  await pool().query('set statement_timeout = 0')
  await pool().query(
    `insert into comment (id, chapter_id, edition_id, status, name, email, text, locale, submission_key)
     select gen_random_uuid(), $1, $2, (array['approved', 'pending'])[1 + n % 2]::comment_status, 'Rea', 'rea@example.org', 'Number ' || n, 'en', gen_random_uuid()
     from generate_series(1, $3::int) as n`,
    [edition.chapterId, edition.editionId, many],
  )
  await pool().query(
    `insert into standing_rule (id, kind, value, effect, over_at)
     select gen_random_uuid(), (array['author', 'host'])[1 + n % 2]::standing_kind, 'other-' || n, 'refuse', '9999-12-31 00:00:00+00'
     from generate_series(1, $1::int) as n`,
    [many],
  )
  await pool().query(
    `insert into captcha_redemption (nonce, redeemed_at) select gen_random_uuid(), now() from generate_series(1, $1::int)`,
    [many],
  )
  await pool().query(
    `insert into submission_pace (key, recent, last_at) select gen_random_uuid(), array[now()], now() from generate_series(1, $1::int)`,
    [many],
  )
}, 60_000)

test.each<[string, () => Promise<unknown>]>([
  ['a comment', async () => expect(await store()).toMatchObject({ storedId: expect.any(String) })],
  [
    'a comment in a flood',
    async () => expect(await store('flood')).toMatchObject({ storedId: expect.any(String) }),
  ],
  ['what became of a comment', () => findSubmission(place(), rules)],
  ['whether something was said already', () => findSubmission(place(), rules, { said: true })],
  [
    'whether an author’s change says it again',
    async () => {
      const { id } = await db.comment.findFirstOrThrow({ select: { id: true } })
      await saidAlready(db, id, 'Number 7')
    },
  ],
])('where many comments are, %s is found by a few rows', async (_, work) => {
  const read = await rowsRead(tables, work)
  for (const [table, rows] of Object.entries(read)) expect(rows, table).toBeLessThan(20)
})

test('each of these statements is planned once for a connection, and not for each comment', async () => {
  const { rows } = await pool().query<{ name: string }>('select name from pg_prepared_statements')
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'store-submission',
      'store-held-submission',
      'find-submission',
      'find-submission-or-duplicate',
    ]),
  )
})
