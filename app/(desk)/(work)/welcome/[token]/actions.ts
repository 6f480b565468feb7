'use server'

import { redirect } from 'next/navigation'
import { startSession } from '@/lib/people/current-actor'
import { welcome } from '@/lib/people/first-admin'
import { setPassword } from '@/lib/people/link-commands'
import { formIn } from '../../../acting'

export async function welcomeAction(token: string, _before: unknown, given: FormData) {
  const form = formIn(given)
  const [name, email, password] = ['name', 'email', 'password'].map((field) => form.get(field))
  const outcome = await welcome(token, { name, email, password })
  if (outcome.ok) {
    await startSession(outcome.value)
    redirect('/desk')
  }
  const typed = { name: typeof name === 'string' ? name : '', email: typeof email === 'string' ? email : '' }
  return outcome.refusal === 'problems'
    ? { ...typed, problems: outcome.problems }
    : { ...typed, problems: { name: 'link-dead' } }
}

export async function setPasswordAction(token: string, _before: unknown, given: FormData) {
  const form = formIn(given)
  const outcome = await setPassword(token, { password: form.get('password') })
  if (outcome.ok) {
    await startSession(outcome.value)
    redirect('/desk')
  }
  return outcome.refusal === 'problems'
    ? { problem: outcome.problems.password }
    : { refusal: outcome.refusal }
}
