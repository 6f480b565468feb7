'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { described, Field, Input } from '@/components/ui/field'
import { useWords } from '../language/words'
import { BrowserZone } from './browser-zone'
import { EndFactors } from './second-factor/end-factors'

interface State {
  /** What is wrong with the password. */
  problem?: string
  /** Why it could not be set. */
  refusal?: string
}

interface PasswordFormProps {
  email: string
  /** May the holder of the link turn off what is asked beside the password? */
  mayEndFactors: boolean
  action: (before: State, form: FormData) => Promise<State>
}

export function PasswordForm({ email, mayEndFactors, action }: PasswordFormProps) {
  const [state, submit, pending] = useActionState(action, {})
  const { words, sentenceFor } = useWords('account')
  const problem = state.problem && sentenceFor(state.problem)
  return (
    <form action={submit} className="grid gap-4" aria-busy={pending} noValidate>
      {state.refusal && (
        <Alert tone="bad" urgent>
          {sentenceFor(state.refusal)}
        </Alert>
      )}
      <BrowserZone />
      {/* A field, so that password managers know whose password this is. */}
      <Field id="email" label={words.email}>
        <Input id="email" type="email" autoComplete="username" value={email} readOnly className="bg-tint" />
      </Field>
      <Field id="password" label={words.password} problem={problem} hint={words.passwordHint}>
        <Input
          {...described('password', problem, true)}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          autoFocus
        />
      </Field>
      {mayEndFactors && <EndFactors />}
      <Button type="submit" tone="main" disabled={pending}>
        {words.welcome.set}
      </Button>
    </form>
  )
}
