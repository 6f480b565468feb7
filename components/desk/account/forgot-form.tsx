'use client'

import { useActionState, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { described, Field, Input } from '@/components/ui/field'
import { BackToSignIn, NoMail } from './no-mail'
import { useWords } from '../language/words'
import type { ForgotState } from './sign-in-state'
import { useAgain } from './use-again'

interface ForgotFormProps {
  action: (before: ForgotState, form: FormData) => Promise<ForgotState>
}

/** Asks for a link to set a new password. The answer is the same whether anybody has the address or not. */
export function ForgotForm({ action }: ForgotFormProps) {
  const [state, submit, pending] = useActionState(action, { email: '' })
  const { words: account, sentenceFor } = useWords('account')
  const { forgot: words } = account
  const form = useRef<HTMLFormElement>(null)
  const noteSent = useAgain(state, submit, form)
  const problem = state.problem && sentenceFor(state.problem)
  if (state.kind === 'no-mail') return <NoMail />
  return (
    <form
      ref={form}
      action={submit}
      onSubmit={noteSent}
      className="grid gap-4"
      aria-busy={pending}
      noValidate
    >
      {state.kind === 'asked' && (
        <Alert tone="good" title={words.asked} urgent>
          <p>{words.askedMore}</p>
        </Alert>
      )}
      {(state.kind === 'wait' || state.kind === 'full') && (
        <Alert tone={state.kind === 'wait' ? 'warn' : 'bad'} urgent>
          {words[state.kind]}
        </Alert>
      )}
      <Field id="email" label={account.email} problem={problem}>
        <Input
          {...described('email', problem)}
          name="email"
          type="email"
          autoComplete="username"
          maxLength={254}
          key={state.email}
          defaultValue={state.email}
          autoFocus={!state.kind}
          required
        />
      </Field>
      <Button type="submit" tone="main" disabled={pending}>
        {words.send}
      </Button>
      <BackToSignIn />
    </form>
  )
}
