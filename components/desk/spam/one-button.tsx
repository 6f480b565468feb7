'use client'

import { useActionState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '../language/words'

export type ButtonOutcome = undefined | { ok: boolean; refusal?: string; nonce: number }
export type ButtonAction = (before: ButtonOutcome, form: FormData) => Promise<ButtonOutcome>

interface OneButtonProps {
  action: ButtonAction
  name: string
  /** What is said when it is done. */
  said: string
  children?: ReactNode
}

/** A form that is one button, and a word about what came of it. */
export function OneButton({ action, name, said, children }: OneButtonProps) {
  const [outcome, act, pending] = useActionState(action, undefined)
  const { sentenceFor } = useWords('problems')
  return (
    <form action={act} className="flex flex-wrap items-center gap-3">
      {children}
      <Button type="submit" size="small" disabled={pending}>
        {name}
      </Button>
      <span role="status" className="text-[0.8125rem] text-soft">
        {outcome && (outcome.ok ? said : sentenceFor(outcome.refusal ?? 'unavailable'))}
      </span>
    </form>
  )
}
