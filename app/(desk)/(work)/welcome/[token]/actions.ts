'use server'

import { welcome } from '@/lib/people/links/first-admin'
import { setPassword } from '@/lib/people/links/commands'
import { askAgain } from '@/lib/people/links/reset-commands'
import { formIn } from '../../../acting'
import { arrive, goOn } from '../../../arriving'

export async function welcomeAction(token: string, _before: unknown, given: FormData) {
  const form = formIn(given)
  const [name, email, password] = ['name', 'email', 'password'].map((field) => form.get(field))
  const outcome = await welcome(token, { name, email, password })
  if (outcome.ok) return arrive(outcome.value, form)
  if (outcome.refusal === 'second-step') return goOn(outcome)
  const typed = { name: typeof name === 'string' ? name : '', email: typeof email === 'string' ? email : '' }
  return outcome.refusal === 'problems'
    ? { ...typed, problems: outcome.problems }
    : { ...typed, problems: { name: outcome.refusal } }
}

export async function setPasswordAction(token: string, _before: unknown, given: FormData) {
  const form = formIn(given)
  const outcome = await setPassword(token, { password: form.get('password'), factors: form.get('factors') })
  if (outcome.ok) return arrive(outcome.value, form)
  if (outcome.refusal === 'second-step') return goOn(outcome)
  return outcome.refusal === 'problems'
    ? { problem: outcome.problems.password }
    : { refusal: outcome.refusal }
}

/** A new link to the mailbox that this one was sent to. */
export async function askAgainAction(token: string, _before: unknown) {
  const outcome = await askAgain(token)
  return outcome.ok ? { sent: true } : { sent: false, refusal: outcome.refusal }
}
