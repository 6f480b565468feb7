import { record } from '@/lib/audit/commands'
import { announce } from '@/lib/db/announce'
import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { newId } from '@/lib/kernel/ids'
import { chapterTag } from '@/lib/kernel/page-tags'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor, type StaffActor } from '@/lib/people/permissions'
import { refusalOf } from '../decisions/removed-by-author'
import { relocation, undoneRelocation } from './schema'
import { lockedTarget, type Target } from './target-queries'
import { lockedThread, type Movable } from './thread-commands'

/** Somebody moved it meanwhile: who, and when. */
interface MovedSince {
  ok: false
  refusal: 'moved-since'
  by: string | null
  at: Date | null
}

/** Moves a comment with its answers below another chapter, or another language's edition of its own. */
export async function moveToChapter(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  if (actor.role === 'system') return refuse('not-possible')
  const read = relocation.safeParse(given)
  if (!read.success) return refuse(read.error.issues.some(isOfTarget) ? 'target-missing' : 'not-found')
  const { commentId, seenId, editionId } = read.data
  return inTransaction(async (tx) => {
    // Always in this order: a chapter that is being withdrawn waits for the comment, or this for the chapter.
    const target = await lockedTarget(tx, editionId)
    const thread = await lockedThread(tx, commentId)
    if (!thread) return refuse('not-found')
    if (thread.away) return refuse(refusalOf[thread.away])
    const last = await lastMove(tx, commentId)
    if (thread.editionId === editionId && last?.byId === actor.id)
      return done({ commentId, moveId: last.moveId })
    if (thread.editionId !== seenId) return movedSince(last)
    if (thread.editionId === editionId) return refuse('target-same')
    if (!target) return refuse('target-missing')
    if (target.problem) return refuse(target.problem)
    if (thread.isTooLong) return refuse('thread-long')
    return done({ commentId, moveId: await relocate(tx, actor, { commentId, thread, target }) })
  })
}

/** Brings a comment back where it was before a move, with everything that answers it by now. */
export async function moveBack(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  const read = undoneRelocation.safeParse(given)
  if (!read.success || actor.role === 'system') return refuse('not-found')
  const { moveId } = read.data
  return inTransaction(async (tx) => {
    const moved = await tx.commentRelocation.findFirst({ where: { moveId, isFirst: true } })
    if (!moved) return refuse('not-found')
    const { commentId, fromEditionId, toEditionId, fromParentId } = moved
    const target = await lockedTarget(tx, fromEditionId)
    const thread = await lockedThread(tx, commentId)
    if (!thread || !target) return refuse('not-found')
    if (thread.away) return refuse(refusalOf[thread.away])
    const last = await lastMove(tx, commentId)
    if (last?.undoesId === moveId && last.byId === actor.id) return done({ commentId, moveId: last.moveId })
    if (last?.moveId !== moveId || thread.editionId !== toEditionId) return movedSince(last)
    if (thread.isTooLong) return refuse('thread-long')
    const parentId = await parentStill(tx, fromParentId, target.chapterId)
    const wish = { commentId, thread, target, parentId, undoesId: moveId }
    return done({ commentId, moveId: await relocate(tx, actor, wish) })
  })
}

interface Relocation {
  commentId: string
  thread: Movable
  target: Target
  parentId?: string
  undoesId?: string
}

// In one statement: a reply and what it answers are of one chapter whenever anybody looks.
async function relocate(tx: Tx, actor: StaffActor, wish: Relocation): Promise<string> {
  const { commentId, thread, target, parentId, undoesId } = wish
  const moveId = newId()
  await tx.$executeRaw`
    insert into comment_relocation
      (move_id, comment_id, by_id, at, from_edition_id, to_edition_id, is_first, from_parent_id, undoes_id)
    select ${moveId}::uuid, c.id, ${actor.id}::uuid, clock_timestamp(), c.edition_id, coalesce(r.from_edition_id, ${target.editionId}::uuid),
      c.id = ${commentId}::uuid, case when c.id = ${commentId}::uuid then c.parent_id end, ${undoesId ?? null}::uuid
    from comment c left join comment_relocation r on r.comment_id = c.id and r.move_id = ${undoesId ?? null}::uuid
    where c.id = any (${thread.ids}::uuid[])`
  await tx.$executeRaw`
    update comment c set chapter_id = e.chapter_id, edition_id = e.id,
      parent_id = case when r.is_first then ${parentId ?? null}::uuid else c.parent_id end,
      deleted_parent = case when r.is_first then null else c.deleted_parent end
    from comment_relocation r join edition e on e.id = r.to_edition_id
    where r.move_id = ${moveId}::uuid and c.id = r.comment_id`
  await record(tx, actor, {
    kind: 'comment-moved',
    about: commentId,
    before: { edition: thread.editionId },
    after: { edition: target.editionId, total: thread.ids.length, ...(undoesId && { undoes: true }) },
  })
  await announce(tx, [...new Set([thread.chapterId, target.chapterId])].map(chapterTag))
  return moveId
}

const lastMove = (tx: Tx, commentId: string) =>
  tx.commentRelocation.findFirst({
    where: { commentId },
    orderBy: [{ at: 'desc' }, { moveId: 'desc' }],
    select: { moveId: true, undoesId: true, byId: true, at: true, by: { select: { name: true } } },
  })

const movedSince = (last: Awaited<ReturnType<typeof lastMove>>): MovedSince => ({
  ok: false,
  refusal: 'moved-since',
  by: last?.by.name ?? null,
  at: last?.at ?? null,
})

/** What it answered, if that is still there. */
async function parentStill(tx: Tx, id: string | null, chapterId: string): Promise<string | undefined> {
  if (id === null) return undefined
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select id from comment where id = ${id}::uuid and chapter_id = ${chapterId}::uuid for key share`
  return row?.id
}

const isOfTarget = ({ path }: { path: PropertyKey[] }) => path[0] === 'editionId'
