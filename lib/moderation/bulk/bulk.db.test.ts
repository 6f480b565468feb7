import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import type { StaffActor } from '@/lib/people/permissions'
import { decide } from '../decisions/commands'
import { queueCounts, queuePage } from '../queue/queries'
import { cancelBulk, startBulk, undoBulk } from './commands'
import { workOnBulk } from './portion-commands'
import { bulkDecision, bulkInSight, bulkPreview, leftOut } from './queries'
import { bulkLimits } from './types'

let edith: StaffActor
let edition: Awaited<ReturnType<typeof anEdition>>
beforeEach(async () => {
  await pool().query(
    'truncate comment, moderation_decision, bulk_decision, spam_verdict, spam_feedback, pgboss.job cascade',
  )
  edith = await anActor('editor', 'Edith')
  edition = await anEdition()
})

/** So many comments, all of them at the same three moments. */
async function many(
  count: number,
  { status = 'pending', text = 'The same.' }: { status?: CommentStatus; text?: string } = {},
) {
  // In portions: each statement has its time limit.
  for (let from = 0; from < count; from += 1_000)
    await db.$executeRaw`
    insert into comment (id, chapter_id, edition_id, name, email, text, locale, submission_key, status, sent_at)
    select gen_random_uuid(), ${edition.chapterId}::uuid, ${edition.editionId}::uuid, 'Bot', 'bot' || n || '@example.net', ${text}, 'en',
      gen_random_uuid(), ${status}::comment_status, now() - interval '1 hour' + (n % 3) * interval '1 second'
    from generate_series(${from}::int + 1, ${Math.min(count, from + 1_000)}::int) as n`
}

const everything = async (
  becomes: string,
  status = 'pending',
  filters: Record<string, string> = {},
  actor = edith,
) => {
  const { until } = (await bulkPreview(actor, { status, filters }))!
  return startBulk(actor, { status, filters, becomes, until: until.toISOString() })
}
const begun = async (...wish: Parameters<typeof everything>) => {
  const outcome = await everything(...wish)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.id
}
async function allOf(id: string) {
  let portions = 1
  while (await workOnBulk(id)) portions++
  return portions
}
const progress = async (id: string) => (await bulkDecision(edith, id))!
const statuses = async () => {
  const rows = await db.comment.groupBy({ by: 'status', _count: true })
  return Object.fromEntries(rows.map(({ status, _count }) => [status, _count]))
}

test('everything that a view finds is decided about, in portions, once each; and goes back as a whole', async () => {
  await many(600)
  await many(5, { text: 'Another thing.' })
  const wish = ['spam', 'pending', { q: 'same' }] as const
  expect((await bulkPreview(edith, { status: 'pending', filters: wish[2] }))!).toMatchObject({
    found: { count: 600 },
    samples: Array(3).fill({ text: 'The same.' }),
  })
  const id = await begun(...wish)
  expect(await progress(id)).toMatchObject({ state: 'running', total: 600, decided: 0, becomes: 'spam' })
  expect(await allOf(id)).toBe(3)
  expect(await progress(id)).toMatchObject({ state: 'done', decided: 600, refused: 0, by: { name: 'Edith' } })
  expect(await statuses()).toEqual({ pending: 5, spam: 600 })
  expect(await queueCounts(edith)).toMatchObject({ pending: 5, spam: 600 })
  const decisions = await db.moderationDecision.findMany({ where: { bulkId: id } })
  expect(decisions).toHaveLength(600)
  expect(new Set(decisions.map(({ commentId }) => commentId)).size).toBe(600)
  expect(
    decisions.every(({ byId, from, to }) => byId === edith.id && from === 'pending' && to === 'spam'),
  ).toBe(true)
  expect(await db.spamFeedback.count({ where: { lesson: 'spam', state: 'waiting' } })).toBe(600)
  const [jobs] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pgboss.job where name = 'teach-spam-filter' and start_after > created_on + interval '50 seconds'`
  expect(jobs).toEqual({ count: 600 })

  expect(await undoBulk(edith, id)).toMatchObject({ ok: true })
  await allOf(id)
  expect(await progress(id)).toMatchObject({ state: 'undone', undone: 600, left: 0, undoneBy: 'Edith' })
  expect(await statuses()).toEqual({ pending: 605 })
  expect(await db.spamFeedback.count({ where: { state: 'withdrawn' } })).toBe(600)
})

test('what came later is not decided about; what was changed or decided since is left, and listed', async () => {
  await many(4)
  const [moved, edited, gone] = (await queuePage(edith, { status: 'pending' })).comments
  const { until } = (await bulkPreview(edith, { status: 'pending', filters: {} }))!
  const ada = await anActor('admin', 'Ada')
  // Away and back again: somebody has looked at it.
  await decide(ada, { commentId: moved!.id, seen: 'pending', becomes: 'spam' })
  await decide(ada, { commentId: moved!.id, seen: 'spam', becomes: 'pending' })
  await db.comment.update({
    where: { id: edited!.id },
    data: { text: 'Other words.', editedAt: new Date(Date.now() + 1_000) },
  })
  await db.moderationDecision.create({
    data: {
      id: randomUUID(),
      commentId: gone!.id,
      from: 'pending',
      to: 'trash',
      rule: 'withdrawn-by-author',
      at: new Date(0),
    },
  })
  await aComment({ edition, text: 'Later.', sentAt: new Date(Date.now() + 60_000) })
  const outcome = await startBulk(edith, {
    status: 'pending',
    filters: {},
    becomes: 'approved',
    until: until.toISOString(),
  })
  const id = outcome.ok ? outcome.value.id : ''
  await allOf(id)
  expect(await progress(id)).toMatchObject({ state: 'done', decided: 1, refused: 3 })
  expect(await statuses()).toEqual({ pending: 4, approved: 1 })
  const { rows, next } = await leftOut(edith, { id })
  expect(next).toBeUndefined()
  expect(new Map(rows.map((row) => [row.commentId, row]))).toEqual(
    new Map([
      [
        moved!.id,
        expect.objectContaining({ refusal: 'already-moved', by: 'Ada', rule: null, status: 'pending' }),
      ],
      [edited!.id, expect.objectContaining({ refusal: 'text-changed', by: null, at: null })],
      [gone!.id, expect.objectContaining({ refusal: 'withdrawn-by-author', rule: 'withdrawn-by-author' })],
    ]),
  )
})

test('taking it back leaves what somebody has decided about since', async () => {
  await many(3)
  const id = await begun('trash')
  await allOf(id)
  const ada = await anActor('admin', 'Ada')
  const [one] = (await queuePage(ada, { status: 'trash' })).comments
  await decide(ada, { commentId: one!.id, seen: 'trash', becomes: 'approved' })
  await decide(ada, { commentId: one!.id, seen: 'approved', becomes: 'trash' })
  // An admin may do so for a colleague.
  expect(await undoBulk(await anActor('editor', 'Other'), id)).toMatchObject({
    refusal: 'bulk-of-somebody',
  })
  expect(await undoBulk(ada, id)).toMatchObject({ ok: true })
  await allOf(id)
  expect(await progress(id)).toMatchObject({ state: 'undone', undone: 2, left: 1, undoneBy: 'Ada' })
  expect(await statuses()).toEqual({ pending: 2, trash: 1 })
  expect((await leftOut(edith, { id, ofUndo: true })).rows).toMatchObject([{ commentId: one!.id, by: 'Ada' }])
  expect((await leftOut(edith, { id })).rows).toEqual([])
  expect(await undoBulk(ada, id)).toMatchObject({ refusal: 'bulk-over' })
})

test('each goes back to what it was before the spam', async () => {
  await many(2)
  const [first, second] = (await queuePage(edith, { status: 'pending' })).comments
  await decide(edith, { commentId: first!.id, seen: 'pending', becomes: 'approved' })
  await decide(edith, { commentId: first!.id, seen: 'approved', becomes: 'spam' })
  await decide(edith, { commentId: second!.id, seen: 'pending', becomes: 'spam' })
  await allOf(await begun('before', 'spam'))
  expect(await statuses()).toEqual({ approved: 1, pending: 1 })
})

test('cancelled it stays where it is; and what is begun goes on where it was', async () => {
  await many(bulkLimits.portion * 2 + 10)
  const id = await begun('spam')
  expect(await workOnBulk(id)).toBe(true)
  expect(await progress(id)).toMatchObject({ state: 'running', decided: bulkLimits.portion })
  // Two workers at once: one of them leaves it to the other, and nothing is done twice.
  await Promise.all([workOnBulk(id), workOnBulk(id)])
  await allOf(id)
  expect(await progress(id)).toMatchObject({ state: 'done', decided: bulkLimits.portion * 2 + 10 })
  const again = await begun('approved', 'spam')
  expect(await workOnBulk(again)).toBe(true)
  expect(await cancelBulk(edith, again)).toMatchObject({ ok: true })
  expect(await workOnBulk(again)).toBe(false)
  expect(await statuses()).toEqual({ approved: bulkLimits.portion, spam: bulkLimits.portion + 10 })
  expect(await cancelBulk(edith, again)).toMatchObject({ refusal: 'bulk-over' })
  expect(await undoBulk(edith, again)).toMatchObject({ ok: true })
  await allOf(again)
  expect(await statuses()).toEqual({ spam: bulkLimits.portion * 2 + 10 })
})

test('so many that a job has to count them', async () => {
  await many(bulkLimits.counted + 1)
  expect((await bulkPreview(edith, { status: 'pending', filters: {} }))!.found).toEqual({
    count: bulkLimits.counted,
    isMore: true,
  })
  const id = await begun('trash')
  expect(await progress(id)).toMatchObject({ state: 'counting', total: 0 })
  await workOnBulk(id)
  expect(await progress(id)).toMatchObject({ state: 'running', total: bulkLimits.counted + 1, decided: 0 })
  await workOnBulk(id)
  expect(await progress(id)).toMatchObject({ decided: bulkLimits.portion })
})

test('one at a time for each person, three for the site; whoever is disabled acts by no job', async () => {
  await many(3)
  const id = await begun('spam')
  expect(await everything('spam')).toMatchObject({ refusal: 'bulk-own' })
  const others = await Promise.all(['A', 'B', 'C'].map((name) => anActor('editor', name)))
  await begun('spam', 'pending', {}, others[0])
  await begun('spam', 'pending', {}, others[1])
  expect(await everything('spam', 'pending', {}, others[2])).toMatchObject({ refusal: 'bulk-many' })
  expect((await bulkInSight(edith)).map(({ by }) => by.name).sort()).toEqual(['A', 'B', 'Edith'])
  await db.person.update({ where: { id: edith.id }, data: { disabledAt: new Date() } })
  expect(await workOnBulk(id)).toBe(false)
  expect(await progress(id)).toMatchObject({ state: 'cancelled', decided: 0 })
  expect(await statuses()).toEqual({ pending: 3 })
})

test('what cannot be is refused', async () => {
  expect(await everything('spam')).toMatchObject({ refusal: 'bulk-nothing' })
  await many(1)
  expect(await everything('pending')).toMatchObject({ refusal: 'not-possible' })
  expect(await everything('before')).toMatchObject({ refusal: 'not-possible' })
  const rule = { role: 'system', rule: 'sample' } as const
  expect(await everything('spam', 'pending', {}, rule as never)).toMatchObject({ refusal: 'not-possible' })
  for (const odd of [
    undefined,
    null,
    1,
    [],
    {},
    { status: 'mine', filters: {}, becomes: 'spam', until: new Date().toISOString() },
  ]) {
    expect(await startBulk(edith, odd)).toMatchObject({ refusal: 'form-broken' })
    expect(await cancelBulk(edith, odd)).toMatchObject({ refusal: 'not-found' })
    expect(await undoBulk(edith, randomUUID())).toMatchObject({ refusal: 'not-found' })
    expect(await bulkPreview(edith, odd)).toBeUndefined()
    expect(await bulkDecision(edith, odd)).toBeUndefined()
    expect(await leftOut(edith, odd as never)).toEqual({ rows: [] })
  }
  // A moment that has not come yet is now.
  const later = new Date(Date.now() + 86_400_000).toISOString()
  expect(
    await startBulk(edith, { status: 'pending', filters: {}, becomes: 'spam', until: later }),
  ).toMatchObject({ ok: true })
  const [row] = await db.bulkDecision.findMany()
  expect(row!.until.getTime()).toBeLessThanOrEqual(Date.now())
})
