'use server'

import { refresh } from 'next/cache'
import type { SectionState } from '@/components/desk/account/sections/own-state'
import { done } from '@/lib/kernel/result'
import { endOtherSessions, endOwnSession } from '@/lib/people/sessions/commands'
import { acting, formIn } from '../../../acting'

/** Ends one session of whoever asks, or all others. Where it is this one, the page that follows is the sign-in. */
export async function sessionsAction(_before: SectionState, given: FormData): Promise<SectionState> {
  const form = formIn(given)
  const outcome = await acting(async (actor) => {
    if (form.get('deed') !== 'others') return endOwnSession(actor, { sessionId: form.get('sessionId') })
    const { value } = await endOtherSessions(actor)
    return done(value)
  })
  refresh()
  if (!outcome.ok) return { problems: {}, refusal: outcome.refusal }
  const { value } = outcome
  const what = 'count' in value ? { what: 'others', value: String(value.count) } : { what: 'ended' }
  return { problems: {}, done: { ...what, at: Date.now() } }
}
