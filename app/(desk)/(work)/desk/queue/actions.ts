'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import type { DecideOutcome } from '@/components/desk/queue/outcome'
import type { ReplyState } from '@/components/desk/queue/card/reply-form'
import { log } from '@/lib/kernel/log'
import { refuse } from '@/lib/kernel/result'
import { decide } from '@/lib/moderation/decisions/commands'
import { replyAsStaff } from '@/lib/moderation/decisions/reply-commands'
import { acting, visitorAddress, formIn } from '../../../acting'

/** One button of the queue: `becomes` is its value, `seen` what the person had before their eyes. */
export async function decideAction(_before: DecideOutcome, given: FormData): Promise<DecideOutcome> {
  const form = formIn(given)
  const [commentId, seen, becomes] = ['commentId', 'seen', 'becomes'].map((field) => form.get(field))
  const read = form.get('read') ?? undefined
  const undoes = form.has('undo')
  const wish = { commentId, seen, becomes, read, undoes }
  const outcome = await acting((actor) => decide(actor, wish as never)).catch((error: unknown) => {
    log.error({ err: error }, 'a decision could not be made')
    return refuse('unavailable')
  })
  refresh()
  const about = {
    id: String(commentId),
    name: String(form.get('name') ?? ''),
    from: String(seen),
    nonce: Date.now(),
  }
  if (outcome.ok) return { ...about, kind: 'moved', to: outcome.value.status, undoes }
  if (outcome.refusal === 'already-moved') {
    const { now, by, rule, at } = outcome
    return { ...about, kind: 'already-moved', now, by, rule, at }
  }
  return { ...about, kind: 'refused', refusal: outcome.refusal }
}

/** An answer of the staff to the comment of a card. */
export async function replyAction(_before: ReplyState, given: FormData): Promise<ReplyState> {
  const form = formIn(given)
  const [commentId, text, seen] = ['commentId', 'text', 'seen'].map((field) => form.get(field))
  const read = form.get('read') ?? undefined
  const from = { ip: await visitorAddress(), userAgent: (await headers()).get('user-agent') ?? '' }
  const outcome = await acting((actor) => replyAsStaff(actor, { commentId, text, seen, read }, from)).catch(
    (error: unknown) => {
      log.error({ err: error }, 'a reply could not be stored')
      return refuse('unavailable')
    },
  )
  if (outcome.ok) {
    refresh()
    return { sent: Date.now() }
  }
  return { refusal: outcome.refusal, typed: typeof text === 'string' ? text : '' }
}
