'use server'

import { redirect } from 'next/navigation'
import { stopEmailChange } from '@/lib/people/email-change/stop-commands'

/** Whoever reads the old address keeps it, and goes on to a new password. */
export async function stopEmailAction(token: string, _before: unknown): Promise<{ refusal?: string }> {
  const outcome = await stopEmailChange(token)
  if (outcome.ok) redirect(outcome.value.path)
  return { refusal: outcome.refusal }
}
