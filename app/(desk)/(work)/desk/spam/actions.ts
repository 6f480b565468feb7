'use server'

import { refresh } from 'next/cache'
import type { ButtonOutcome } from '@/components/desk/spam/one-button'
import { checkAgain, checkAllAgain, reviewNow } from '@/lib/moderation/screening/recheck-commands'
import { acting, formIn } from '../../../acting'

const told = (outcome: { ok: boolean; refusal?: string }): ButtonOutcome => {
  refresh()
  return { ok: outcome.ok, refusal: outcome.refusal, nonce: Date.now() }
}

export async function checkAllAction() {
  return told(await acting((actor) => checkAllAgain(actor)))
}

export async function reviewAction() {
  return told(await acting((actor) => reviewNow(actor)))
}

export async function checkAgainAction(_before: ButtonOutcome, given: FormData) {
  return told(await acting((actor) => checkAgain(actor, formIn(given).get('commentId'))))
}
