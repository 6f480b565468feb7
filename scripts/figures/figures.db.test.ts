import { beforeAll, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { anActor } from '@/lib/db/testing/factories'
import {
  checkerCodes,
  findings,
  holdCodes,
  inputs,
  ruleCodes,
  screeningCodes,
} from '@/lib/i18n/statements/codes'
import { queueCounts, queuePage } from '@/lib/moderation/queue/queries'
import { makeData } from './make-data'
import { recount } from './recount'

const size = { chapters: 300, comments: 6_000, length: { short: 12, long: 60 } }
beforeAll(async () => {
  const client = await pool().connect()
  try {
    await makeData(client, size)
  } finally {
    client.release(true) // with the temporary tables and the settings of it
  }
})

const client = async <Value>(work: (client: Parameters<typeof recount>[0]) => Promise<Value>) => {
  const one = await pool().connect()
  return work(one).finally(() => one.release())
}

test('what is kept of made data is what a recount finds', async () => {
  for (const result of await client(recount)) expect(result, result.name).toMatchObject({ isExact: true })
  // And a recount tells what is wrong.
  await db.commentCount.updateMany({ where: { status: 'spam' }, data: { count: { increment: 1 } } })
  expect((await client(recount))[0]!.isExact).toBe(false)
  await db.commentCount.updateMany({ where: { status: 'spam' }, data: { count: { decrement: 1 } } })
})

test('a tenth of the comments waits; of the rest most is spam', async () => {
  const { pending, spam, approved, trash } = await queueCounts(await anActor())
  expect(pending + spam + approved + trash).toBe(size.comments)
  expect(pending).toBe(size.comments / 10)
  expect(spam / (size.comments - pending)).toBeCloseTo(0.95, 1)
  expect(approved).toBeGreaterThan(trash)
})

test('chapters come in three languages and every state', async () => {
  const rows = await db.deskEdition.groupBy({ by: ['locale', 'state'], _count: true })
  const many = Object.fromEntries(rows.map(({ locale, state, _count }) => [`${locale} ${state}`, _count]))
  expect(many).toMatchObject({ 'en out': size.chapters, 'ja out': expect.any(Number), 'ar draft': 3 })
  expect(await db.chapter.count()).toBe(size.chapters)
  expect(await db.deskEdition.count({ where: { publishAt: { gt: new Date() } } })).toBeGreaterThan(0)
})

test('indexes are as they were before', async () => {
  const names = await db.$queryRaw<{ name: string }[]>`
    select indexrelid::regclass::text as name from pg_index
    where indrelid = any (array['comment', 'edition_listing', 'desk_edition']::regclass[])`
  expect(names.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['comment_said', 'edition_listing_words', 'desk_edition_words']),
  )
})

test('what is kept beside a comment belongs to one, and an answer to what stood before it in the same chapter', async () => {
  const stray = await db.$queryRaw<object[]>`
    select 1 from (select comment_id from submission_trace union all select comment_id from spam_verdict
      union all select comment_id from screening_step union all select comment_id from moderation_decision
      union all select comment_id from spam_feedback) as beside
    where not exists (select from comment c where c.id = beside.comment_id)`
  expect(stray).toEqual([])
  const answers = await db.$queryRaw<{ right: boolean }[]>`
    select p.chapter_id = c.chapter_id and p.sent_at < c.sent_at and p.status = 'approved' as right
    from comment c join comment p on p.id = c.parent_id`
  expect(answers.length).toBeGreaterThan(100)
  expect(answers.every(({ right }) => right)).toBe(true)
})

test('what rows say is known by its code, and each page of the queue can be read', async () => {
  const said = async (statement: TemplateStringsArray) =>
    (await db.$queryRaw<{ code: string }[]>(statement)).map(({ code }) => code)
  const known = (codes: readonly string[]) => expect.arrayContaining([...codes])
  expect(Object.keys(findings)).toEqual(known(await said`select distinct why as code from screening_step`))
  expect(Object.keys(inputs)).toEqual(known(await said`select distinct input as code from screening_step`))
  expect(ruleCodes).toEqual(
    known(await said`select distinct rule as code from moderation_decision where rule is not null`),
  )
  expect(holdCodes).toEqual(
    known(await said`select distinct held_for as code from comment where held_for is not null`),
  )
  expect(checkerCodes).toEqual(known(await said`select distinct checker as code from spam_verdict`))
  const editor = await anActor()
  for (const status of ['pending', 'approved', 'spam', 'trash'] as const) {
    const { comments } = await queuePage(editor, { status, take: 50 })
    expect(comments).toHaveLength(status === 'trash' ? comments.length : 50)
    const screened = comments.find(({ screening }) => screening.length > 0)!
    expect(screened.screening.map(({ rule }) => rule)).toEqual(
      status === 'trash' ? ['disallowed-words'] : screeningCodes,
    )
  }
})
