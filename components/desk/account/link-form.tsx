'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { useWords } from '../language/words'

interface LinkState {
  refusal?: string
}

interface LinkFormProps {
  button: string
  action: (before: LinkState) => Promise<LinkState>
}

/** On the page that a mailed link opens: what it is for happens by this button only. */
export function LinkForm({ button, action }: LinkFormProps) {
  const [state, submit, pending] = useActionState(action, {})
  const { sentenceFor } = useWords('own')
  return (
    <form action={submit} className="grid gap-4" aria-busy={pending}>
      {state.refusal && (
        <Alert tone="bad" urgent>
          {sentenceFor(state.refusal)}
        </Alert>
      )}
      <div>
        <Button
          type="submit"
          tone="main"
          disabled={pending}
          className="h-auto py-1.5 whitespace-normal [overflow-wrap:anywhere]"
        >
          {button}
        </Button>
      </div>
    </form>
  )
}
