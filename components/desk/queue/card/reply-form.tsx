'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, Textarea } from '@/components/ui/field'
import { useWords } from '../../language/words'

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
  const { words: queue, say, sentenceFor } = useWords('queue')
  const words = queue.reply
  const field = `reply-${id}`
  const problem = state.refusal && sentenceFor(state.refusal)
  return (
    <details className="text-sm" open={Boolean(problem)}>
      <summary data-key="r" className="w-fit cursor-pointer text-[0.8125rem] text-soft hover:text-ink">
        {state.sent ? words.sent : words.title}
      </summary>
      <form action={act} className="mt-2 grid gap-2">
        <input type="hidden" name="commentId" value={id} />
        <input type="hidden" name="seen" value={status} />
        <input type="hidden" name="read" value={seal} />
        <Field id={field} label={say(words.label, { name })} problem={problem || undefined}>
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
          {status === 'pending' ? words.approveAndSend : words.send}
        </Button>
      </form>
    </details>
  )
}
