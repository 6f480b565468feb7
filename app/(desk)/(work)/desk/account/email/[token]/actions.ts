'use server'

import { redirect } from 'next/navigation'
import { confirmEmailChange } from '@/lib/people/email-change/commands'
import { acting } from '../../../../../acting'

/** Whoever reads the new address makes it theirs; the page of their account then shows it. */
export async function confirmEmailAction(token: string, _before: unknown): Promise<{ refusal?: string }> {
  const outcome = await acting(async (actor) => confirmEmailChange(actor, { token }))
  if (outcome.ok) redirect('/desk/account')
  return { refusal: outcome.refusal }
}
