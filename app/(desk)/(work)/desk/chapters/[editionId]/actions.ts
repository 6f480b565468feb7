'use server'

import { refresh } from 'next/cache'
import { saveDraft } from '@/lib/chapters/writing/draft-commands'
import { publish, withdraw } from '@/lib/chapters/publishing/commands'
import { acting } from '../../../../acting'

// Each takes whatever arrives: the commands check it.

export async function saveDraftAction(input: unknown) {
  return acting((actor) => saveDraft(actor, input))
}

export async function publishAction(input: unknown) {
  const outcome = await acting((actor) => publish(actor, input))
  refresh()
  return outcome
}

export async function withdrawAction(input: unknown) {
  const outcome = await acting((actor) => withdraw(actor, input))
  refresh()
  return outcome
}
