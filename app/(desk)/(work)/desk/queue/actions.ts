'use server'

import { refresh } from 'next/cache'
import type { DecideOutcome } from '@/components/desk/queue/outcome'
import { log } from '@/lib/kernel/log'
import { refuse } from '@/lib/kernel/result'
import { decide } from '@/lib/moderation/commands'
import { acting, formIn } from '../../../acting'

/** One button of the queue: `becomes` is its value, `seen` what the person had before their eyes. */
export async function decideAction(_before: DecideOutcome, given: FormData): Promise<DecideOutcome> {
  const form = formIn(given)
  const [commentId, seen, becomes] = ['commentId', 'seen', 'becomes'].map((field) => form.get(field))
  const outcome = await acting((actor) => decide(actor, { commentId, seen, becomes } as never)).catch(
    (error: unknown) => {
      log.error({ err: error }, 'a decision could not be made')
      return refuse('unavailable')
    },
  )
  refresh()
  const about = {
    id: String(commentId),
    name: String(form.get('name') ?? ''),
    from: String(seen),
    nonce: Date.now(),
  }
  if (outcome.ok) return { ...about, kind: 'moved', to: outcome.value.status, undoes: form.has('undo') }
  if (outcome.refusal === 'already-moved') {
    const { now, by, rule, at } = outcome
    return { ...about, kind: 'already-moved', now, by, rule, at }
  }
  return { ...about, kind: 'refused', refusal: outcome.refusal }
}
