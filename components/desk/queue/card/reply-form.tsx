'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, Textarea } from '@/components/ui/field'
import { isolated } from '@/lib/i18n/isolated'
import { sentenceFor } from '@/components/desk/error-messages'

export interface ReplyState {
  sent?: number
  refusal?: string
  typed?: string
}
export type ReplyAction = (before: ReplyState, form: FormData) => Promise<ReplyState>

interface ReplyFormProps {
  id: string
  /** Who is answered. */
  name: string
  status: 'pending' | 'approved'
  /** Stands for the text that is read. */
  seal: string
  locale: string
  action: ReplyAction
}

/** An answer of the staff, folded away until it is wanted. */
export function ReplyForm({ id, name, status, seal, locale, action }: ReplyFormProps) {
  const [state, act, pending] = useActionState(action, {})
  const field = `reply-${id}`
  const problem = state.refusal && sentenceFor(state.refusal)
  return (
    <details className="text-sm" open={Boolean(problem)}>
      <summary data-key="r" className="w-fit cursor-pointer text-[0.8125rem] text-soft hover:text-ink">
        Reply{state.sent ? ' (sent)' : ''}
      </summary>
      <form action={act} className="mt-2 grid gap-2">
        <input type="hidden" name="commentId" value={id} />
        <input type="hidden" name="seen" value={status} />
        <input type="hidden" name="read" value={seal} />
        <Field id={field} label={`Your reply to ${isolated('en', name)}`} problem={problem || undefined}>
          <Textarea
            {...described(field, problem || undefined)}
            name="text"
            rows={4}
            dir="auto"
            lang={locale}
            defaultValue={state.typed}
            key={`${state.sent} ${state.typed}`}
          />
        </Field>
        <Button type="submit" size="small" className="w-fit" disabled={pending}>
          {status === 'pending' ? 'Approve and reply' : 'Send reply'}
        </Button>
      </form>
    </details>
  )
}
