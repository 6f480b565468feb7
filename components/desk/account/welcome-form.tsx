'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, Input } from '@/components/ui/field'
import { sentenceFor } from '../error-messages'

interface State {
  name: string
  email: string
  problems: Partial<Record<'name' | 'email' | 'password', string>>
}

export function WelcomeForm({ action }: { action: (before: State, form: FormData) => Promise<State> }) {
  const [state, submit, pending] = useActionState(action, { name: '', email: '', problems: {} })
  const problem = (field: keyof State['problems']) =>
    state.problems[field] && sentenceFor(state.problems[field])
  return (
    <form action={submit} className="grid gap-4" noValidate>
      <Field
        id="name"
        label="Name"
        problem={problem('name')}
        hint="Shown beside what you publish and decide."
      >
        <Input
          {...described('name', problem('name'), true)}
          name="name"
          autoComplete="name"
          maxLength={100}
          defaultValue={state.name}
          required
        />
      </Field>
      <Field id="email" label="Email" problem={problem('email')}>
        <Input
          {...described('email', problem('email'))}
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={state.email}
          required
        />
      </Field>
      <Field id="password" label="Password" problem={problem('password')} hint="At least 12 characters.">
        <Input
          {...described('password', problem('password'), true)}
          name="password"
          type="password"
          autoComplete="new-password"
          required
        />
      </Field>
      <Button type="submit" tone="main" disabled={pending}>
        Begin
      </Button>
    </form>
  )
}
