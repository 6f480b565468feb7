'use server'

import type { ForgotState, SignInState } from '@/components/desk/account/sign-in-state'
import { giveTurn, visitorAt } from '@/lib/people/sessions/current-actor'
import { askReset } from '@/lib/people/links/reset-commands'
import { signIn } from '@/lib/people/sign-in/sign-in'
import { visitorAddress, formIn } from '../../acting'
import { arrive, goOn } from '../../arriving'

export async function signInAction(_before: unknown, given: FormData): Promise<SignInState> {
  const form = formIn(given)
  const [email, password] = [form.get('email'), form.get('password')]
  const outcome = await signIn({ email, password }, await visitorAt(await visitorAddress()))
  if (outcome.ok) return arrive(outcome.value, form)
  if (outcome.refusal === 'second-step') return goOn(outcome)
  await giveTurn(outcome.turn)
  const seconds = outcome.refusal === 'wait' ? outcome.seconds : undefined
  return { refusal: outcome.refusal, seconds, email: typedIn(email) }
}

export async function forgotAction(_before: unknown, given: FormData): Promise<ForgotState> {
  const email = formIn(given).get('email')
  const outcome = await askReset({ email }, await visitorAt(await visitorAddress()))
  if (outcome.ok) return { kind: 'asked', email: typedIn(email) }
  if (outcome.refusal === 'problem')
    return { kind: 'problem', problem: outcome.problem, email: typedIn(email) }
  if (outcome.refusal !== 'wait') return { kind: outcome.refusal, email: typedIn(email) }
  await giveTurn(outcome.turn)
  return { kind: 'wait', seconds: outcome.seconds, email: typedIn(email) }
}

// A field may also arrive as a file.
const typedIn = (email: unknown) => (typeof email === 'string' ? email.slice(0, 254) : '')
