'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '../../language/words'
import { untouched, type SectionAction } from './own-state'
import { SecretField } from './secret-field'
import { Section } from './section'
import { Told } from './told'

/** Another password, by whoever knows the current one. */
export function Password({ email, action }: { email: string; action: SectionAction }) {
  const [state, change, pending] = useActionState(action, untouched)
  const { words, sentenceFor } = useWords('own')
  const { passwordHint } = useWords('account').words
  const problem = (field: 'current' | 'password') =>
    state.problems[field] && sentenceFor(state.problems[field])
  return (
    <Section id="password-section" title={words.password.title}>
      <form action={change} aria-busy={pending} noValidate className="grid gap-4">
        <Told state={state} done={state.done ? words.password.changed : ''} />
        <p className="text-[0.8125rem] text-soft">{words.password.intro}</p>
        {/* So that password managers know whose password this is. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <SecretField
          id="current-password"
          name="current"
          label={words.password.current}
          problem={problem('current')}
        />
        <SecretField
          id="new-password"
          name="password"
          label={words.password.fresh}
          hint={passwordHint}
          problem={problem('password')}
        />
        <div>
          <Button type="submit" tone="main" disabled={pending}>
            {words.password.change}
          </Button>
        </div>
      </form>
    </Section>
  )
}
