'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, Input } from '@/components/ui/field'
import { useWords } from '../language/words'
import { BrowserZone } from './browser-zone'

interface State {
  name: string
  email: string
  problems: Partial<Record<'name' | 'email' | 'password', string>>
}

export function WelcomeForm({ action }: { action: (before: State, form: FormData) => Promise<State> }) {
  const [state, submit, pending] = useActionState(action, { name: '', email: '', problems: {} })
  const { words, sentenceFor } = useWords('account')
  const problem = (field: keyof State['problems']) =>
    state.problems[field] && sentenceFor(state.problems[field])
  return (
    <form action={submit} className="grid gap-4" noValidate>
      <BrowserZone />
      <Field id="name" label={words.name} problem={problem('name')} hint={words.nameHint}>
        <Input
          {...described('name', problem('name'), true)}
          name="name"
          autoComplete="name"
          maxLength={100}
          defaultValue={state.name}
          required
        />
      </Field>
      <Field id="email" label={words.email} problem={problem('email')}>
        <Input
          {...described('email', problem('email'))}
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={state.email}
          required
        />
      </Field>
      <Field id="password" label={words.password} problem={problem('password')} hint={words.passwordHint}>
        <Input
          {...described('password', problem('password'), true)}
          name="password"
          type="password"
          autoComplete="new-password"
          required
        />
      </Field>
      <Button type="submit" tone="main" disabled={pending}>
        {words.welcome.begin}
      </Button>
    </form>
  )
}
