'use server'

import { refresh } from 'next/cache'
import type { SectionState } from '@/components/desk/account/sections/own-state'
import { askEmailChange, cancelEmailChange } from '@/lib/people/email-change/commands'
import { giveTurn, visitorAt } from '@/lib/people/sessions/current-actor'
import { acting, formIn, visitorAddress } from '../../../acting'

/** Asks for another e-mail address, or thinks better of it. */
export async function emailAction(_before: SectionState, given: FormData): Promise<SectionState> {
  const form = formIn(given)
  if (form.get('deed') === 'cancel') {
    const cancelled = await acting(async (actor) => cancelEmailChange(actor))
    refresh()
    if (!cancelled.ok) return { problems: {}, refusal: cancelled.refusal }
    return { problems: {}, done: { what: 'cancelled', at: Date.now() } }
  }
  const [email, current] = [form.get('email'), form.get('current')]
  const visitor = await visitorAt(await visitorAddress())
  const outcome = await acting(async (actor) => askEmailChange(actor, { email, current }, visitor))
  if (outcome.ok) {
    refresh()
    return { problems: {}, done: { what: 'asked', value: outcome.value.email, at: Date.now() } }
  }
  if ('turn' in outcome) await giveTurn(outcome.turn)
  const typed = typeof email === 'string' ? email.slice(0, 254) : ''
  return outcome.refusal === 'problems'
    ? { typed, problems: outcome.problems }
    : { typed, problems: {}, refusal: outcome.refusal }
}
