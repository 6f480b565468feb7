'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'

interface State {
  failed: boolean
  email: string
}

export function SignInForm({ action }: { action: (before: State, form: FormData) => Promise<State> }) {
  const [state, submit, pending] = useActionState(action, { failed: false, email: '' })
  return (
    <form action={submit} className="grid gap-4" aria-busy={pending}>
      {state.failed && (
        <Alert tone="bad" urgent>
          E-mail and password do not match, or there were too many attempts. Please check both, or wait a few
          minutes.
        </Alert>
      )}
      <Field id="email" label="Email">
        <Input
          {...{ id: 'email', name: 'email', type: 'email', autoComplete: 'username', maxLength: 254 }}
          key={state.email}
          defaultValue={state.email}
          autoFocus={!state.failed}
          required
        />
      </Field>
      <Field id="password" label="Password">
        <Input
          {...{ id: 'password', name: 'password', type: 'password', autoComplete: 'current-password' }}
          required
        />
      </Field>
      <Button type="submit" tone="main" disabled={pending}>
        Sign in
      </Button>
    </form>
  )
}
