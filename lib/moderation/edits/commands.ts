import type { z } from 'zod'
import { record } from '@/lib/audit/commands'
import { checkSpamJob } from '@/lib/comments/submit/jobs'
import { announce } from '@/lib/db/announce'
import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue } from '@/lib/jobs/enqueue'
import { newId } from '@/lib/kernel/ids'
import { chapterTag } from '@/lib/kernel/page-tags'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor, type StaffActor } from '@/lib/people/permissions'
import { refusalOf } from '../decisions/removed-by-author'
import { tellEdited } from '../live/commands'
import { changedIn, commentEdit, keptContent, undoneEdit, type CommentContent } from './schema'
import { editedSince, standingComment, type StandingComment } from './standing-queries'

/** The fields of the form that a problem may stand at. */
type EditProblems = Partial<Record<'name' | 'url' | 'text' | 'why' | 'reason', string>>

/**
 * Somebody of the staff changes name, website or text of a comment. It stays where it is, whatever the rules would say of
 * the new text; what is kept says who it was, what stood there before, and why. Nothing that was not read is overwritten.
 */
export async function editComment(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  if (actor.role === 'system') return refuse('not-possible')
  const read = commentEdit.safeParse(given)
  if (!read.success) return refusedFields(read.error)
  const { commentId, version, name, url, text, why, reason } = read.data
  return inTransaction(async (tx) => {
    const now = await standingComment(tx, commentId)
    if (!now) return refuse('not-found')
    if (now.away) return refuse(refusalOf[now.away])
    // Under a colleague's badge stands the colleague's name.
    const after = { name: now.staffId ? now.name : name, url, text }
    const isThere = changedIn(now, after).length === 0
    if (now.version !== version)
      // The same form has come twice, since its answer was lost.
      return isThere && now.editorId === actor.id && now.editId
        ? done({ commentId, editId: now.editId })
        : editedSince(now)
    if (isThere) return refuse('nothing-changed')
    return done({ commentId, editId: await change(tx, actor, now, { commentId, after, why, reason }) })
  })
}

/** Brings back what stood there before an edit, as a further edit; only while nobody has changed it since. */
export async function undoEdit(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  const read = undoneEdit.safeParse(given)
  if (!read.success || actor.role === 'system') return refuse('not-found')
  return inTransaction(async (tx) => {
    const edit = await tx.commentEdit.findUnique({ where: { id: read.data.editId } })
    const now = edit ? await standingComment(tx, edit.commentId) : undefined
    if (!edit || !now) return refuse('not-found')
    const { id: undoesId, commentId } = edit
    if (now.away) return refuse(refusalOf[now.away])
    if (now.editId && now.undoesId === undoesId && now.editorId === actor.id)
      return done({ commentId, editId: now.editId })
    const [before, after] = [keptContent.safeParse(edit.before), keptContent.safeParse(edit.after)]
    if (!before.success || !after.success) return refuse('edit-forgotten')
    if (changedIn(now, after.data).length > 0) return editedSince(now)
    return done({
      commentId,
      editId: await change(tx, actor, now, { commentId, after: before.data, undoesId }),
    })
  })
}

interface Change {
  commentId: string
  after: CommentContent
  why?: string
  reason?: string
  undoesId?: string
}

/** Everything that has to follow: readers' pages, open desks, the words of searches (by a trigger), the spam check. */
async function change(tx: Tx, actor: StaffActor, now: StandingComment, wish: Change): Promise<string> {
  const { commentId, after, why, reason, undoesId } = wish
  const before = { name: now.name, url: now.url, text: now.text }
  const [id, at] = [newId(), new Date()]
  await tx.comment.update({ where: { id: commentId }, data: after })
  await tx.commentEdit.create({
    data: { id, commentId, byId: actor.id, at, before, after, why, reason, undoesId },
  })
  await record(tx, actor, {
    kind: 'comment-edited',
    about: commentId,
    after: { changed: changedIn(before, after).join(' '), ...(undoesId && { undoes: true }) },
  })
  // What was being said of the text before counts for nothing: whoever has not been checked is asked about anew.
  if (now.status === 'pending' && (await tx.uncheckedComment.count({ where: { commentId } })) > 0)
    await enqueue(tx, checkSpamJob, { commentId, attempt: 1, reason: 'edit' })
  if (now.status === 'approved') await announce(tx, [chapterTag(now.chapterId)])
  await tellEdited(tx, actor, commentId, at)
  return id
}

const fields = ['name', 'url', 'text', 'why', 'reason'] as const

function refusedFields(error: z.ZodError) {
  const problems: EditProblems = {}
  for (const { path, message } of error.issues) {
    const at = fields.find((one) => one === path[0])
    if (!at) return refuse('form-broken')
    problems[at] ??= message
  }
  return { ...refuse('input-broken'), problems }
}
