'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { BackToSignIn } from './no-mail'
import { useWords } from '../language/words'

interface State {
  sent: boolean
  refusal?: string
}

/** On the page of a mailed link that opens nothing any more: another one, to the same mailbox. */
export function AgainForm({ action }: { action: (before: State) => Promise<State> }) {
  const [state, submit, pending] = useActionState(action, { sent: false })
  const { words, sentenceFor } = useWords('account')
  return (
    <form action={submit} className="grid gap-4" aria-busy={pending}>
      {state.sent && (
        <Alert tone="good" urgent>
          {words.link.sent}
        </Alert>
      )}
      {state.refusal && (
        <Alert tone="bad" urgent>
          {sentenceFor(state.refusal)}
        </Alert>
      )}
      <Button type="submit" tone="main" disabled={pending}>
        {words.link.send}
      </Button>
      <BackToSignIn />
    </form>
  )
}
