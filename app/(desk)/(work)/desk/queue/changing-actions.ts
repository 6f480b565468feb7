'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type {
  DeleteState,
  EditState,
  EditTyped,
  MoveState,
  Since,
} from '@/components/desk/queue/changing/state'
import { log } from '@/lib/kernel/log'
import { refuse } from '@/lib/kernel/result'
import { deleteForGood } from '@/lib/moderation/deletion/commands'
import { editComment, undoEdit } from '@/lib/moderation/edits/commands'
import { moveBack, moveToChapter } from '@/lib/moderation/relocation/commands'
import { ensure } from '@/lib/people/permissions'
import { acting, formIn, textIn } from '../../../acting'
import { proved } from '../../../proving'

// Which comment it is about, and everything else, the commands check.

/** An edit of a comment, or the way back from one: `deed` says which. */
export async function editCommentAction(_before: unknown, given: FormData): Promise<EditState> {
  const form = formIn(given)
  const isUndo = form.get('deed') === 'undo'
  const typed: EditTyped = {
    name: textIn(form, 'name', 500),
    url: textIn(form, 'url', 4_000),
    text: textIn(form, 'text', 140_000),
    why: textIn(form, 'why', 60),
    reason: textIn(form, 'reason', 4_000),
  }
  const wish = { ...typed, commentId: form.get('commentId'), version: form.get('version') }
  const outcome = await acting(async (actor) =>
    isUndo ? undoEdit(actor, { editId: form.get('editId') }) : editComment(actor, wish),
  ).catch(noted('a comment could not be edited'))
  refresh()
  const nonce = Date.now()
  if (outcome.ok) return { nonce, done: isUndo ? 'undone' : 'saved', editId: outcome.value.editId }
  return {
    nonce,
    refusal: outcome.refusal,
    since: sinceOf(outcome),
    ...('problems' in outcome && { problems: outcome.problems }),
    ...(!isUndo && { typed }),
  }
}

/** A comment goes to another chapter, or comes back. */
export async function moveCommentAction(_before: unknown, given: FormData): Promise<MoveState> {
  const form = formIn(given)
  const isUndo = form.get('deed') === 'undo'
  const [commentId, seenId, editionId] = ['commentId', 'seenId', 'editionId'].map((name) => form.get(name))
  const outcome = await acting(async (actor) =>
    isUndo
      ? moveBack(actor, { moveId: form.get('moveId') })
      : moveToChapter(actor, { commentId, seenId, editionId }),
  ).catch(noted('a comment could not be moved'))
  refresh()
  const nonce = Date.now()
  if (outcome.ok) return { nonce, done: isUndo ? 'undone' : 'moved', moveId: outcome.value.moveId }
  return { nonce, refusal: outcome.refusal, since: sinceOf(outcome) }
}

/** A comment is deleted for good, by who has just said once more who they are. */
export async function deleteCommentAction(_before: unknown, given: FormData): Promise<DeleteState> {
  const form = formIn(given)
  const wish = { commentId: form.get('commentId'), version: form.get('version') }
  const outcome = await acting(async (actor) => {
    // Before the password: who may not do this is asked for none.
    ensure(actor, 'delete comments')
    const sure = await proved(actor, form)
    return sure.ok ? deleteForGood(sure.value, wish) : sure
  }).catch(noted('a comment could not be deleted'))
  if (outcome.ok) redirect(`/desk/queue?status=${outcome.value.status}`)
  refresh()
  return { nonce: Date.now(), refusal: outcome.refusal, since: sinceOf(outcome) }
}

const noted = (what: string) => (error: unknown) => {
  log.error({ err: error }, what)
  return refuse('unavailable')
}

const sinceOf = (outcome: object): Since | undefined =>
  'by' in outcome && 'at' in outcome
    ? { by: outcome.by as Since['by'], at: outcome.at as Since['at'] }
    : undefined
