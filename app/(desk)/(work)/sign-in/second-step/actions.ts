'use server'

import type { PasskeyState, StepState } from '@/components/desk/account/second-factor/state'
import { signedByItsOwner } from '@/lib/people/second-factor/passkey-sign-in-commands'
import { stepByCode, stepByRecoveryCode } from '@/lib/people/second-factor/step-commands'
import { giveTurn, visitorAt } from '@/lib/people/sessions/current-actor'
import { ticketHere } from '@/lib/people/sessions/ticket-cookies'
import { formIn, visitorAddress } from '../../../acting'
import { arrive } from '../../../arriving'

/** The second step of a sign-in, by a code of the app or a recovery code. */
export async function secondStepAction(_before: unknown, given: FormData): Promise<StepState> {
  const form = formIn(given)
  const visitor = { ...(await visitorAt(await visitorAddress())), ticket: await ticketHere('step') }
  const code = form.get('code')
  const outcome = form.has('recovery-code')
    ? await stepByRecoveryCode(form.get('recovery-code'), visitor)
    : await stepByCode(code, visitor)
  if (outcome.ok) return arrive(outcome.value, form)
  await giveTurn(outcome.turn)
  const seconds = outcome.refusal === 'wait' ? outcome.seconds : undefined
  return { refusal: outcome.refusal, seconds, typed: typeof code === 'string' ? code.slice(0, 20) : '' }
}

/** A passkey signs in alone, after a password or without one. */
export async function passkeyAction(_before: unknown, given: FormData): Promise<PasskeyState> {
  const form = formIn(given)
  const input = { response: form.get('passkey'), challenge: await ticketHere('ask') }
  const owner = await signedByItsOwner(input)
  return owner ? arrive(owner, form) : { refusal: 'no-passkey' }
}
