'use server'

import { refresh } from 'next/cache'
import type { SectionState } from '@/components/desk/account/sections/own-state'
import { changePassword } from '@/lib/people/accounts/password-commands'
import { giveTurn, startSession, visitorAt } from '@/lib/people/sessions/current-actor'
import { acting, formIn, visitorAddress } from '../../../acting'

/** Another password. All sessions end with the old one; this browser gets a new one at once. */
export async function passwordAction(_before: SectionState, given: FormData): Promise<SectionState> {
  const form = formIn(given)
  const visitor = await visitorAt(await visitorAddress())
  const fields = { current: form.get('current'), password: form.get('password') }
  const outcome = await acting(async (actor) => changePassword(actor, fields, visitor))
  if (outcome.ok) {
    await startSession(outcome.value)
    refresh()
    return { problems: {}, done: { what: 'changed', at: Date.now() } }
  }
  if ('turn' in outcome) await giveTurn(outcome.turn)
  return outcome.refusal === 'problems'
    ? { problems: outcome.problems }
    : { problems: {}, refusal: outcome.refusal }
}
