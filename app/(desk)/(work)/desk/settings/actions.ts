'use server'

import { refresh } from 'next/cache'
import type { CloseState } from '@/components/desk/settings/closed-chapters'
import { discussionIn } from '@/components/desk/settings/discussion-fields'
import type { DiscussionState } from '@/components/desk/settings/discussion-form'
import { changeDiscussion, closeComments } from '@/lib/comments/discussion/commands'
import type { Discussion } from '@/lib/comments/discussion/settings'
import { acting, formIn } from '../../../acting'

type Changed =
  { ok: true; value: Discussion } | { ok: false; refusal: string; problems?: Record<string, string> }

export async function changeDiscussionAction(
  before: DiscussionState,
  given: FormData,
): Promise<DiscussionState> {
  const typed = discussionIn(formIn(given))
  const outcome = await acting<Changed>((actor) => changeDiscussion(actor, typed))
  if (outcome.ok) return { settings: outcome.value, problems: {}, saved: Date.now() }
  const problems = 'problems' in outcome ? (outcome.problems ?? {}) : {}
  return { settings: before?.settings, typed, problems, refusal: outcome.refusal }
}

type Closed = { ok: true; value: { closed: boolean } } | { ok: false; refusal: string }

export async function closeCommentsAction(_before: CloseState, given: FormData): Promise<CloseState> {
  const form = formIn(given)
  const wish = { chapterId: form.get('chapterId'), closed: form.get('closed') === 'yes' }
  const outcome = await acting<Closed>((actor) => closeComments(actor, wish))
  if (!outcome.ok) return { refusal: outcome.refusal }
  refresh()
  return { said: outcome.value.closed ? 'hasClosed' : 'opened' }
}
