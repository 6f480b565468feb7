'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { described, Field, Input, Select } from '@/components/ui/field'
import { LanguageOptions } from '@/components/ui/language-options'
import type { StaffActor } from '@/lib/people/permissions'
import type { PersonProblems } from '@/lib/people/schema'
import { useWords } from '../../language/words'
import { ZoneField } from '../zone-field'
import { Section } from './section'

export interface OwnState {
  typed?: { name: string; locale: string; zone: string }
  problems: PersonProblems
  refusal?: string
  saved?: number
}

interface ProfileProps {
  person: Pick<StaffActor, 'name' | 'locale' | 'zone'>
  zones: readonly string[]
  action: (before: OwnState, form: FormData) => Promise<OwnState>
}

/** What somebody of the staff says of themselves. */
export function Profile({ person, zones, action }: ProfileProps) {
  const [state, save, pending] = useActionState(action, { problems: {} })
  const { words, sentenceFor } = useWords('account')
  const { own } = words
  const { name, locale, zone } = state.typed ?? person
  const problem = (field: keyof PersonProblems) => state.problems[field] && sentenceFor(state.problems[field])
  return (
    <Section id="profile" title={own.profile}>
      <form action={save} aria-busy={pending} noValidate className="grid gap-4">
        {state.refusal && (
          <Alert tone="bad" urgent>
            {sentenceFor(state.refusal)}
          </Alert>
        )}
        {/* A new key after each answer: React resets a form once its action is done. */}
        <div key={JSON.stringify([state.saved, state.typed, person])} className="grid gap-4">
          <Field id="name" label={words.name} problem={problem('name')} hint={words.nameHint}>
            <Input
              {...described('name', problem('name'), true)}
              name="name"
              autoComplete="name"
              maxLength={100}
              required
              dir="auto"
              defaultValue={name}
            />
          </Field>
          <Field id="locale" label={own.language} problem={problem('locale')} hint={own.languageHint}>
            <Select
              {...described('locale', problem('locale'), true)}
              name="locale"
              defaultValue={locale ?? ''}
            >
              <option value="">{own.byBrowser}</option>
              <LanguageOptions />
            </Select>
          </Field>
          <ZoneField zone={zone ?? ''} zones={zones} problem={problem('zone')} />
        </div>
        <p className="flex flex-wrap items-center gap-3">
          <Button type="submit" tone="main" disabled={pending}>
            {own.save}
          </Button>
          <span role="status" className="text-[0.8125rem] text-soft">
            {state.saved && !pending ? own.saved : ''}
          </span>
        </p>
      </form>
    </Section>
  )
}
