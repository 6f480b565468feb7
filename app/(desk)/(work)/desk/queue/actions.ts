'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { z } from 'zod'
import type { DecideOutcome } from '@/components/desk/queue/outcome'
import type { ReplyState } from '@/components/desk/queue/card/reply-form'
import { log } from '@/lib/kernel/log'
import { refuse, type Refused } from '@/lib/kernel/result'
import { decideEach } from '@/lib/moderation/decisions/commands'
import { replyAsStaff } from '@/lib/moderation/decisions/reply-commands'
import { moderationLimits } from '@/lib/moderation/transitions'
import { acting, visitorAddress, formIn } from '../../../acting'

/** One button of the queue, where scripts have not arrived: `becomes` is its value, `seen` what was before their eyes. */
export async function decideAction(_before: DecideOutcome, given: FormData): Promise<DecideOutcome> {
  const form = formIn(given)
  const [commentId, seen, becomes] = ['commentId', 'seen', 'becomes'].map((field) => form.get(field))
  const read = form.get('read') ?? undefined
  const wish = { commentId, seen, becomes, read, undoes: form.has('undo') }
  const outcomes = await acting((actor) => decideEach(actor, [wish as never], noted))
  refresh()
  return outcomeOf({ ...wish, name: form.get('name') }, outcomes, 0)
}

/** What was pressed in the queue, in its order; each is answered in its place. */
export async function decideAllAction(given: unknown): Promise<NonNullable<DecideOutcome>[]> {
  const read = pressesShape.safeParse(given)
  const presses = read.success ? read.data.presses : []
  const outcomes = await acting((actor) => decideEach(actor, presses as never, noted))
  return presses.map((press, place) => outcomeOf(press, outcomes, place))
}

// What is in them the command checks.
const pressesShape = z.object({ presses: z.array(z.looseObject({})).max(moderationLimits.atOnce) })
type Given = Partial<Record<'commentId' | 'seen' | 'becomes' | 'read' | 'name' | 'undoes', unknown>>

const noted = (error: unknown) => log.error({ err: error }, 'a decision could not be made')

// Of what is said to us, nothing but text is said back.
const text = (given: unknown) => (typeof given === 'string' ? given : '')

function outcomeOf(
  { commentId, name, seen, undoes }: Given,
  outcomes: Awaited<ReturnType<typeof decideEach>> | Refused<'not-signed-in' | 'not-allowed'>,
  place: number,
): NonNullable<DecideOutcome> {
  // Who may not act at all is told so about each.
  const outcome = Array.isArray(outcomes) ? outcomes[place]! : outcomes
  const about = { id: text(commentId), name: text(name), from: text(seen), nonce: Date.now() }
  if (outcome.ok) return { ...about, kind: 'moved', to: outcome.value.status, undoes: undoes === true }
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
