'use client'

import { useActionState, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { useWords } from '../language/words'
import { BrowserZone } from './browser-zone'
import type { SignInState } from './sign-in-state'
import { useAgain } from './use-again'

const link = 'underline decoration-rubric underline-offset-4'

interface SignInFormProps {
  action: (before: SignInState, form: FormData) => Promise<SignInState>
}

export function SignInForm({ action }: SignInFormProps) {
  const [state, submit, pending] = useActionState(action, { email: '' })
  const { words } = useWords('account')
  const form = useRef<HTMLFormElement>(null)
  const noteSent = useAgain(state, submit, form)
  return (
    <form ref={form} action={submit} onSubmit={noteSent} className="grid gap-4" aria-busy={pending}>
      {state.refusal && <Refusal refusal={state.refusal} />}
      <BrowserZone />
      <Field id="email" label={words.email}>
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          maxLength={254}
          key={state.email}
          defaultValue={state.email}
          autoFocus={!state.refusal}
          required
        />
      </Field>
      <Field id="password" label={words.password}>
        <Input id="password" name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" tone="main" disabled={pending}>
        {words.signIn.title}
      </Button>
      <p className="text-sm">
        <a className={link} href="/sign-in/forgot">
          {words.signIn.forgot}
        </a>
      </p>
    </form>
  )
}

function Refusal({ refusal }: { refusal: NonNullable<SignInState['refusal']> }) {
  const { words: account, rich } = useWords('account')
  const { signIn: words } = account
  if (refusal !== 'full')
    return (
      <Alert tone={refusal === 'wait' ? 'warn' : 'bad'} urgent>
        {words[refusal]}
      </Alert>
    )
  return (
    <Alert tone="bad" title={words.full} urgent>
      <p>
        {rich(words.fullInstead, {
          link: (inside) => (
            <a className={link} href="/sign-in/forgot">
              {inside}
            </a>
          ),
        })}
      </p>
    </Alert>
  )
}
