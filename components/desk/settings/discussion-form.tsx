'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { described, Field, Input, Select } from '@/components/ui/field'
import type { Discussion } from '@/lib/comments/discussion/settings'
import { useWords } from '../language/words'
import { discussionGroups, type SettingField } from './discussion-fields'

export interface DiscussionState {
  settings: Discussion
  typed?: Record<string, unknown>
  problems: Record<string, string>
  refusal?: string
  saved?: number
}
export type DiscussionAction = (before: DiscussionState, form: FormData) => Promise<DiscussionState>

/** The discussion settings; they are in force as soon as they are saved. */
export function DiscussionForm({
  settings,
  mayChange,
  action,
}: {
  settings: Discussion
  mayChange: boolean
  action: DiscussionAction
}) {
  const [state, save, pending] = useActionState(action, { settings, problems: {} })
  const { words, sentenceFor } = useWords('settings')
  return (
    <form action={save} aria-busy={pending} noValidate>
      <fieldset disabled={!mayChange} className="grid gap-4">
        {!mayChange && <Alert tone="calm">{words.onlyAdmins}</Alert>}
        {state.refusal && (
          <Alert tone="bad" urgent>
            {sentenceFor(state.refusal)}
          </Alert>
        )}
        {/* A new key after each answer: React resets a form once its action is done. */}
        <div
          key={JSON.stringify([state.saved, state.typed, state.problems])}
          className="grid gap-4 md:grid-cols-2"
        >
          {discussionGroups.map(({ group, fields }) => (
            <section
              key={group}
              className="grid content-start gap-4 rounded-lg border border-line bg-sheet p-4"
            >
              <h2 className="text-sm font-semibold">{words.groups[group]}</h2>
              {fields.map((field) => (
                <Setting key={field.name} field={field} state={state} />
              ))}
            </section>
          ))}
        </div>
        {mayChange && (
          <p className="flex items-center gap-3">
            <Button type="submit" tone="main" disabled={pending}>
              {words.save}
            </Button>
            <span role="status" className="text-[0.8125rem] text-soft">
              {state.saved && !pending ? words.saved : ''}
            </span>
          </p>
        )}
      </fieldset>
    </form>
  )
}

interface SettingWords {
  label: string
  hint?: string
  choices?: Record<string, string>
}

function Setting({ field, state }: { field: SettingField; state: DiscussionState }) {
  const { words, sentenceFor } = useWords('settings')
  const { name } = field
  // Every setting has its words in every language, or this does not compile.
  const asked: Record<keyof Discussion, SettingWords> = words.fields
  const { label, hint, choices = {} } = asked[name]
  const code = state.problems[name]
  const problem = code && sentenceFor(code === 'number-wrong' ? 'whole-number-wrong' : code)
  const value = state.typed?.[name] ?? state.settings[name]
  const common = { ...described(name, problem, Boolean(hint)), name }
  if (field.kind === 'yes-no')
    return (
      <div className="grid gap-1">
        <label className="flex items-center gap-2 text-sm font-medium">
          <input
            {...common}
            type="checkbox"
            value="yes"
            defaultChecked={value === true}
            className="size-4 accent-rubric"
          />
          {label}
        </label>
        {hint && (
          <p id={`${name}-hint`} className="text-[0.8125rem] text-soft">
            {hint}
          </p>
        )}
      </div>
    )
  return (
    <Field id={name} label={label} hint={hint} problem={problem}>
      {field.kind === 'choice' ? (
        <Select {...common} defaultValue={String(value)}>
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choices[choice] ?? choice}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          {...common}
          type="number"
          min={field.from}
          max={field.to}
          inputMode="numeric"
          className="max-w-32 tabular-nums"
          defaultValue={String(value)}
        />
      )}
    </Field>
  )
}
