'use server'

import { redirect } from 'next/navigation'
import { startSession } from '@/lib/people/current-actor'
import { signIn } from '@/lib/people/sign-in'
import { clientAddress, formIn } from '../../acting'

export async function signInAction(_before: unknown, given: FormData) {
  const form = formIn(given)
  const email = form.get('email')
  const outcome = await signIn({ email, password: form.get('password') }, { address: await clientAddress() })
  if (!outcome.ok) return { failed: true, email: typeof email === 'string' ? email.slice(0, 254) : '' }
  await startSession(outcome.value)
  redirect('/desk')
}
