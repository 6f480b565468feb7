'use server'

import { refresh } from 'next/cache'
import type { ButtonOutcome } from '@/components/desk/spam/one-button'
import { checkAgain, checkAllAgain, reviewNow } from '@/lib/moderation/recheck-commands'
import { acting } from '../../../acting'

const told = (outcome: { ok: boolean; refusal?: string }): ButtonOutcome => {
  refresh()
  return { ok: outcome.ok, refusal: outcome.refusal, nonce: Date.now() }
}

export const checkAllAction = async () => told(await acting((actor) => checkAllAgain(actor)))

export const reviewAction = async () => told(await acting((actor) => reviewNow(actor)))

export const checkAgainAction = async (_before: ButtonOutcome, form: FormData) =>
  told(await acting((actor) => checkAgain(actor, form.get('commentId'))))
