'use server'

import { refresh } from 'next/cache'
import type { NewWordState } from '@/components/desk/spam/new-word-form'
import { addWordRule, removeWordRule } from '@/lib/moderation/words/commands'
import { previewWord, type WordPreview } from '@/lib/moderation/words/queries'
import { acting, formIn } from '../../../../acting'

type Previewed = { ok: true; value: WordPreview } | { ok: false; refusal: string }
type Added = { ok: true } | { ok: false; refusal: string }

export async function newWordAction(_before: NewWordState, given: FormData): Promise<NewWordState> {
  const form = formIn(given)
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const typed = { pattern: text('pattern'), list: text('list'), note: text('note'), until: text('until') }
  if (form.get('intent') !== 'add') {
    const outcome = await acting<Previewed>((actor) => previewWord(actor, typed.pattern))
    return outcome.ok ? { typed, preview: outcome.value } : { typed, refusal: outcome.refusal }
  }
  const outcome = await acting<Added>((actor) => addWordRule(actor, typed as never))
  if (!outcome.ok) return { typed, refusal: outcome.refusal }
  refresh()
  return { typed: { list: typed.list }, added: typed.pattern }
}

export async function removeWordAction(given: FormData) {
  const form = formIn(given)
  await acting((actor) => removeWordRule(actor, form.get('id')))
  refresh()
}
