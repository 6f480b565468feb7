'use server'

import { refresh } from 'next/cache'
import type { SavedOutcome } from '@/components/desk/queue/views/outcome'
import { log } from '@/lib/kernel/log'
import { refuse } from '@/lib/kernel/result'
import { removeView, renameView, saveView } from '@/lib/moderation/saved-views/commands'
import { acting, formIn } from '../../../acting'
import { viewIn } from './view-in'

/** Keeps, renames or removes a view under a name: `deed` is the button's value. */
export async function savedViewAction(_before: SavedOutcome, given: FormData): Promise<SavedOutcome> {
  const form = formIn(given)
  const [deed, id, name] = [text(form.get('deed'), 10), form.get('id'), form.get('name')]
  const outcome = await acting(async (actor) => {
    if (deed === 'rename') return renameView(actor, { id, name })
    if (deed === 'remove') return removeView(actor, id)
    return saveView(actor, { ...viewIn(form.get('view')), name, forAll: form.get('forAll') === 'yes' })
  }).catch((error: unknown) => {
    log.error({ err: error }, 'a view could not be kept')
    return refuse('unavailable')
  })
  refresh()
  const [nonce, typed] = [Date.now(), text(name, 100)]
  if (!outcome.ok) return { kind: 'refused', refusal: outcome.refusal, deed, typed, nonce }
  if (deed === 'remove') return { kind: 'removed', name: text(form.get('was'), 100), nonce }
  return { kind: deed === 'rename' ? 'renamed' : 'saved', name: typed, nonce }
}

// Of what is said to us, nothing but text is said back.
const text = (given: unknown, most: number) => (typeof given === 'string' ? given.trim().slice(0, most) : '')
