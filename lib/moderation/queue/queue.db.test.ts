import pg from 'pg'
import { beforeEach, expect, test, vi } from 'vitest'
import { gatherCounts } from '@/lib/comments/retention-commands'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import { inTransaction } from '@/lib/db/in-transaction'
import { finding } from '@/lib/i18n/statements/statement'
import { newId } from '@/lib/kernel/ids'
import type { StaffActor } from '@/lib/people/permissions'
import { noteAlert, noteChecker } from '@/lib/spam/commands'
import { decide } from '../decisions/commands'
import { move } from '../decisions/move-commands'
import { pageStatement } from './page-statement'
import { wantedBy } from './wanted'
import { queueCounts, queuePage, spamCheckState } from './queries'
import { pageWish } from '../decisions/schema'

let editor: StaffActor
beforeEach(async () => {
  await pool().query('truncate comment, moderation_decision, spam_verdict, submission_trace, setting cascade')
  editor = await anActor('editor', 'Edith')
})
const aVerdict = (commentId: string, verdict: 'ham' | 'spam' | 'unknown', text = 'because') =>
  db.spamVerdict.create({
    data: {
      id: newId(),
      commentId,
      checker: 'akismet',
      verdict,
      settles: verdict !== 'unknown',
      why: 'note',
      whyParameters: { text },
    },
  })

test('the queue shows each comment with its chapter and the evidence', async () => {
  const edition = await anEdition({ title: 'The well', number: 2.5, locale: 'ja' })
  const parent = await aComment({ edition, status: 'approved', name: 'Pia', text: 'First!' })
  const comment = await aComment({ edition, parentId: parent.id, traced: true, url: 'https://example.org/' })
  await aVerdict(comment.id, 'ham', 'looks fine')
  await aVerdict(comment.id, 'unknown', 'no answer')
  const { comments, next } = await queuePage(editor, { status: 'pending' })
  expect(next).toBeUndefined()
  expect(comments).toEqual([
    {
      id: comment.id,
      status: 'pending',
      name: 'Rea',
      email: 'rea@example.org',
      url: 'https://example.org/',
      text: 'I liked this.',
      locale: 'ja',
      sentAt: comment.sentAt,
      ip: '192.0.2.7',
      seal: expect.any(String),
      version: expect.any(String),
      disguises: {},
      byStaff: false,
      answersDeleted: false,
      chapter: {
        id: edition.chapterId,
        editionId: edition.editionId,
        title: 'The well',
        locale: 'ja',
        slug: edition.slug,
        number: 2.5,
      },
      parent: { name: 'Pia', text: 'First!' },
      verdict: {
        checker: 'akismet',
        verdict: 'ham',
        why: finding('note', { text: 'looks fine' }),
        at: expect.any(Date),
      },
      lastDecision: undefined,
      screening: [],
    },
  ])
})

test('a comment without a verdict is not checked yet', async () => {
  await aVerdict((await aComment()).id, 'unknown')
  const { comments } = await queuePage(editor, { status: 'pending' })
  expect(comments[0]).toMatchObject({ verdict: undefined, ip: undefined, parent: undefined })
})

test('the last decision says who, or which rule', async () => {
  const { id: commentId } = await aComment()
  const why = finding('note', { text: 'links' })
  await inTransaction((tx) =>
    move(tx, { role: 'system', rule: 'spam-verdict' }, { commentId, seen: 'pending', becomes: 'spam', why }),
  )
  const shown = async (status: 'spam' | 'trash') =>
    (await queuePage(editor, { status })).comments[0]?.lastDecision
  expect(await shown('spam')).toMatchObject({
    to: 'spam',
    by: null,
    rule: 'spam-verdict',
    reason: null,
    why,
  })
  await decide(editor, { commentId, seen: 'spam', becomes: 'trash' })
  expect(await shown('trash')).toMatchObject({
    to: 'trash',
    by: 'Edith',
    rule: null,
    reason: null,
    why: null,
  })
})

test('a draft’s newest words name its chapter', async () => {
  await aComment({ edition: await anEdition({ title: 'Draft', published: false }) })
  expect((await queuePage(editor, { status: 'pending' })).comments[0]!.chapter.title).toBe('Draft')
})

test.each(['pending', 'approved'] as const)(
  '%s comments are walked page by page, each once',
  async (status) => {
    const edition = await anEdition()
    const at = (place: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, Math.floor(place / 3))) // three at each second
    for (let place = 0; place < 10; place++) await aComment({ edition, status, sentAt: at(place) })
    const seen: { sentAt: Date; id: string }[] = []
    let after: string | undefined
    do {
      const page = await queuePage(editor, { status, after, take: 3 })
      expect(page.comments.length).toBeLessThanOrEqual(3)
      seen.push(...page.comments)
      after = page.next
    } while (after)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(10)
    const times = seen.map(({ sentAt }) => sentAt.getTime())
    expect(times).toEqual([...times].sort((a, b) => (status === 'pending' ? a - b : b - a)))
  },
)

test('counts agree with a recount', async () => {
  expect(await queueCounts(editor)).toEqual({ pending: 0, approved: 0, spam: 0, trash: 0 })
  const edition = await anEdition()
  for (const status of ['pending', 'pending', 'approved', 'spam'] as const)
    await aComment({ edition, status })
  expect(await queueCounts(editor)).toEqual({ pending: 2, approved: 1, spam: 1, trash: 0 })
})

/** Counted one by one. */
const recounted = async () => {
  const rows = await db.comment.groupBy({ by: 'status', _count: true })
  return { ...none, ...Object.fromEntries(rows.map(({ status, _count }) => [status, _count])) }
}
const none = { pending: 0, approved: 0, spam: 0, trash: 0 }

test('whatever many connections do at once, the counts are those of a recount', async () => {
  const edition = await anEdition()
  const made = await Promise.all(Array.from({ length: 40 }, () => aComment({ edition })))
  const move = (id: string, status: string) =>
    db.$executeRaw`update comment set status = ${status}::comment_status where id = ${id}::uuid`
  const statuses = Object.keys(none)
  await Promise.all(
    made.flatMap(({ id }, place) => [
      move(id, statuses[place % 4]!),
      move(id, statuses[(place + 1) % 4]!),
      db.$executeRaw`update comment set status = status, text = text || '.' where id = ${id}::uuid`,
    ]),
  )
  expect(await queueCounts(editor)).toEqual(await recounted())
  // What is undone has not been counted.
  await inTransaction(async (tx) => {
    await tx.comment.deleteMany({ where: { chapterId: edition.chapterId } })
    throw new Error('undone')
  }).catch(() => {})
  expect(await queueCounts(editor)).toEqual(await recounted())
  await db.comment.deleteMany({ where: { chapterId: edition.chapterId } })
  expect(await queueCounts(editor)).toEqual(await recounted())
})

test('what ended backends have counted is gathered, and nothing of it lost', async () => {
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await other.connect()
  const { id } = await aComment({ edition: await anEdition() })
  await other.query(`update comment set status = 'spam' where id = $1`, [id])
  await other.end()
  const before = await queueCounts(editor)
  const rows = () => db.commentCount.count({ where: { backend: { not: 0 } } })
  const apart = await rows()
  await vi.waitFor(async () => {
    await gatherCounts()
    expect(await rows()).toBeLessThan(apart)
  })
  expect(await queueCounts(editor)).toEqual(before)
  expect(before).toEqual(await recounted())
})

test('the desk knows the checker, its alert, and what has not been checked', async () => {
  expect(await spamCheckState(editor)).toEqual({ checker: 'none', unchecked: 0 })
  const [oldest, checked] = [await aComment({ sentAt: new Date(Date.UTC(2026, 0, 1)) }), await aComment()]
  await aComment({ status: 'spam' })
  await aVerdict(oldest.id, 'unknown')
  await aVerdict(checked.id, 'ham')
  await noteChecker('akismet')
  await noteAlert({ code: '10009', message: 'overuse' })
  const alert = { code: '10009', message: 'overuse' }
  expect(await spamCheckState(editor)).toEqual({
    checker: 'akismet',
    alert,
    unchecked: 1,
    oldestUncheckedAt: oldest.sentAt,
  })
  await noteAlert(undefined)
  expect((await spamCheckState(editor)).alert).toBeUndefined()
})

/** Who waits without a last word, looked for one by one. */
const uncheckedIn = async () =>
  (
    await db.$queryRaw<{ id: string }[]>`
      select c.id from comment c where c.status = 'pending'
        and not exists (select from spam_verdict v where v.comment_id = c.id and v.settles) order by 1`
  ).map(({ id }) => id)
const keptUnchecked = async () =>
  (await db.uncheckedComment.findMany({ orderBy: { commentId: 'asc' } })).map(({ commentId }) => commentId)

test('what is not checked yet is kept, whatever becomes of comments and verdicts', async () => {
  const edition = await anEdition()
  const made = await Promise.all(Array.from({ length: 12 }, () => aComment({ edition })))
  await aComment({ edition, status: 'approved' })
  expect(await keptUnchecked()).toHaveLength(12)
  const becomes = (id: string, status: string) =>
    db.$executeRaw`update comment set status = ${status}::comment_status where id = ${id}::uuid`
  await aVerdict(made[0]!.id, 'ham')
  await aVerdict(made[1]!.id, 'unknown')
  await aVerdict(made[1]!.id, 'spam')
  await aVerdict(made[2]!.id, 'unknown')
  await becomes(made[3]!.id, 'spam')
  await becomes(made[4]!.id, 'trash')
  await becomes(made[4]!.id, 'pending')
  await aVerdict(made[5]!.id, 'ham')
  await becomes(made[5]!.id, 'approved')
  await becomes(made[5]!.id, 'pending')
  await db.$executeRaw`update comment set text = text || '.'`
  expect(await keptUnchecked()).toEqual(await uncheckedIn())
  const ids = [2, 4, 6, 7, 8, 9, 10, 11].map((place) => made[place]!.id).sort()
  expect(await keptUnchecked()).toEqual(ids)
  // A word that is forgotten was none.
  await db.spamVerdict.deleteMany({ where: { commentId: { in: [made[0]!.id, made[3]!.id] } } })
  expect(await keptUnchecked()).toEqual([...ids, made[0]!.id].sort())
  await db.comment.delete({ where: { id: made[6]!.id } })
  expect(await keptUnchecked()).toEqual(await uncheckedIn())
})

const statementOf = (after?: string) =>
  pageStatement(wantedBy(editor, pageWish.parse({ status: 'pending', after })), 25)

test('a page of a queue of 100,000 reads no more of it than it shows', async () => {
  const { chapterId, editionId } = await anEdition()
  // A connection of its own: the site's has time limits that filling a table need not keep.
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(
    `insert into comment (id, chapter_id, edition_id, name, email, text, locale, submission_key, sent_at)
     select gen_random_uuid(), $1, $2, 'Rea', 'rea@example.org', 'text', 'en', gen_random_uuid(), now() - n * interval '1 s'
     from generate_series(1, 100000) n`,
    [chapterId, editionId],
  )
  await client.query('analyze comment')
  let after: string | undefined
  for (let page = 0; page < 3; page++) {
    const { text, values } = statementOf(after)
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, format json) ${text}`,
      values as unknown[],
    )
    const reads = stepsOf(rows[0]!['QUERY PLAN'][0].Plan).filter(
      (step) => step['Relation Name'] === 'comment' && step.Alias !== 'p',
    )
    expect(reads.map((step) => step['Index Name'])).toEqual(['comment_status_sent_at_id_idx'])
    expect(reads[0]!['Actual Rows'] + (reads[0]!['Rows Removed by Filter'] ?? 0)).toBeLessThanOrEqual(26)
    const { comments, next } = await queuePage(editor, { status: 'pending', after })
    expect(comments).toHaveLength(25)
    after = next
  }
  await client.end()
})

test('the title of a chapter is found by an index, however many chapters are published', async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  // A small table is read as a whole, with an index or without: what counts is which way there is.
  await client.query('set enable_seqscan = off')
  const { text, values } = statementOf()
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (format json) ${text}`,
    values as unknown[],
  )
  // Read straight or by a bitmap, which is a step of its own below.
  const reads = stepsOf(rows[0]!['QUERY PLAN'][0].Plan).filter((step) => step.Alias === 'pub')
  expect(reads.flatMap(stepsOf).flatMap((step) => step['Index Name'] ?? [])).toEqual([
    'publication_revision_id_idx',
  ])
  await client.end()
})

interface Plan {
  Alias?: string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}
const stepsOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(stepsOf)]

test('whatever is asked for, nothing unchecked reaches the database', async () => {
  await aComment()
  for (const odd of [undefined, null, 1, [], ['pending'], {}, { not: 'x' }, new Date(), 'gone']) {
    expect(await queuePage(editor, { status: odd as never })).toEqual({ comments: [] })
    expect((await queuePage(editor, { status: 'pending', after: odd as never })).comments).toHaveLength(1)
    expect((await queuePage(editor, { status: 'pending', take: odd as never })).comments).toHaveLength(1)
    await expect(queueCounts(odd as never)).rejects.toThrow()
    await expect(queuePage(odd as never, { status: 'pending' })).rejects.toThrow()
    await expect(spamCheckState(odd as never)).rejects.toThrow()
  }
  for (const take of [0, -1, 1e9, NaN, 1.5])
    expect((await queuePage(editor, { status: 'pending', take })).comments).toHaveLength(1)
})

test('an answer to what readers do not see says so', async () => {
  const edition = await anEdition()
  const parent = await aComment({ edition, status: 'trash', name: '', text: 'Gone.' })
  await aComment({ edition, parentId: parent.id })
  const { comments } = await queuePage(editor, { status: 'pending' })
  expect(comments[0]!.parent).toEqual({ name: '', text: 'Gone.', removed: true })
})
