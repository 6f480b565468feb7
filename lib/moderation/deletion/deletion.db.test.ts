import { beforeAll, describe, expect, test } from 'vitest'
import { publishedThread } from '@/lib/comments/thread/queries'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import type { StaffActor } from '@/lib/people/permissions'
import { decide } from '../decisions/commands'
import { editComment } from '../edits/commands'
import { queueCounts, queuedComment } from '../queue/queries'
import { deleteForGood } from './commands'
import { wouldGo } from './queries'

let admin: StaffActor
beforeAll(async () => {
  admin = { ...(await anActor('admin')), provedAt: Date.now() }
})

const readBy = async (commentId: string) => ({
  commentId,
  version: (await queuedComment(admin, commentId))!.version,
})

/** Every table in which an id is written down. */
async function tablesWith(id: string): Promise<string[]> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss') order by 1`,
  )
  const asked = tables.map(
    ({ name }) =>
      `select '${name}' as name where exists (select from only ${name} t where t::text like '%' || $1 || '%')`,
  )
  const { rows } = await pool().query<{ name: string }>(asked.join(' union all '), [id])
  return rows.map(({ name }) => name)
}

describe('a comment that is deleted for good', () => {
  test('is nowhere any more, with everything about it, but in the audit and where it was answered', async () => {
    const edition = await anEdition()
    const first = await aComment({ edition, status: 'approved' })
    const { id } = await aComment({ edition, parentId: first.id, traced: true, text: 'Zanzibar' })
    await editComment(admin, {
      ...(await readBy(id)),
      name: 'Rea',
      url: '',
      text: 'Zanzibar!',
      reason: 'Zanzibar',
    })
    await decide(admin, { commentId: id, seen: 'pending', becomes: 'approved', reason: 'Zanzibar' })
    await decide(admin, { commentId: id, seen: 'approved', becomes: 'trash' })
    const answer = await aComment({ edition, status: 'approved', parentId: id })
    await pool().query('delete from pgboss.job')
    expect(await wouldGo(admin, id)).toEqual({ answers: 1, decisions: 2, edits: 1, mails: 0 })
    const counts = await queueCounts(admin)

    expect(await deleteForGood(admin, await readBy(id))).toMatchObject({ ok: true })
    expect(await tablesWith(id)).toEqual(['public.audit_entry', 'public.comment'])
    expect(await db.comment.findUnique({ where: { id } })).toBeNull()
    expect(await queueCounts(admin)).toEqual({ ...counts, trash: counts.trash - 1 })
    expect(await tablesWith('Zanzibar')).toEqual([])
    const entries = await db.auditEntry.findMany({ where: { subjectId: id, kind: 'comment-deleted' } })
    expect(entries).toMatchObject([{ byId: admin.id, before: { status: 'trash' }, after: { answers: 1 } }])

    // Readers see that something stood there, between what it answered and what answers it.
    const thread = (await publishedThread(edition.chapterId))!
    expect(thread.comments).toMatchObject([
      { id: first.id, parentId: null },
      { id: answer.id, parentId: id },
    ])
    expect(thread.removed).toEqual([{ id, parentId: first.id, removed: true }])
    expect(await queuedComment(admin, answer.id)).toMatchObject({ answersDeleted: true, parent: undefined })
  })

  test('leaves its place also at the beginning, and beside another that was deleted', async () => {
    const edition = await anEdition()
    const top = await aComment({ edition, status: 'trash' })
    const below = await aComment({ edition, status: 'trash', parentId: top.id })
    const answer = await aComment({ edition, status: 'approved', parentId: below.id })
    for (const { id } of [top, below]) await deleteForGood(admin, await readBy(id))
    const { comments, removed } = (await publishedThread(edition.chapterId))!
    expect(comments).toMatchObject([{ id: answer.id, parentId: below.id }])
    expect(removed).toEqual([{ id: below.id, parentId: null, removed: true }])
  })
})

describe('is refused', () => {
  test('to who has not just said once more who they are', async () => {
    const { id } = await aComment({ status: 'trash' })
    for (const provedAt of [undefined, Date.now() - 11 * 60_000])
      expect(await deleteForGood({ ...admin, provedAt }, await readBy(id))).toMatchObject({
        refusal: 'proof-needed',
      })
    expect(await db.comment.count({ where: { id } })).toBe(1)
  })

  test.each(['pending', 'approved'] as const)('of what is %s', async (status) => {
    const { id } = await aComment({ status })
    expect(await deleteForGood(admin, await readBy(id))).toMatchObject({ refusal: 'not-in-trash' })
  })

  test('of what was changed meanwhile, and of nothing', async () => {
    const { id } = await aComment({ status: 'spam' })
    const wish = await readBy(id)
    await editComment(await anActor('editor', 'Otto'), { ...wish, name: 'Rea', url: '', text: 'Other words' })
    expect(await deleteForGood(admin, wish)).toMatchObject({ refusal: 'edited-since', by: 'Otto' })
    expect(await deleteForGood(admin, { ...wish, commentId: newId() })).toMatchObject({
      refusal: 'not-found',
    })
  })
})
