'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, Input } from '@/components/ui/field'
import { ruleLimits, standingEffects, type Mark } from '@/lib/moderation/rules/types'
import { useWords } from '../language/words'
import type { MakeAction, NewRuleState } from './outcome'

const blank: NewRuleState = { typed: { effect: '', reason: '', until: '' }, problems: [] }

/** By which words a problem's code belongs to a field; the others are the form's. */
const fields = { effect: /^effect-/, reason: /^(rule-reason|characters)/, until: /^date-/ }
type FieldName = keyof typeof fields

/** What becomes of everything like this, until when, and why. */
export function NewRuleForm({ mark, action }: { mark: Mark; action: MakeAction }) {
  const [{ typed, problems, nonce }, act, isBusy] = useActionState(action, blank)
  const { words, sentenceFor } = useWords('rules')
  const said = (field: FieldName) => {
    const code = problems.find((problem) => fields[field].test(problem))
    return code && sentenceFor(code)
  }
  const others = problems.filter((code) => !Object.values(fields).some((field) => field.test(code)))
  const [effectProblem, reasonProblem, untilProblem] = [said('effect'), said('reason'), said('until')]
  return (
    <form action={act} noValidate aria-busy={isBusy} className="grid gap-4">
      <input type="hidden" name="kind" value={mark.kind} />
      <input type="hidden" name="value" value={mark.value} />
      {others.length > 0 && (
        <p role="alert" key={nonce} className="font-medium text-rubric">
          {others.map(sentenceFor).join(' ')}
        </p>
      )}
      <fieldset
        className="grid gap-2"
        aria-describedby={effectProblem ? 'effect-problem' : undefined}
        key={`effect ${typed.effect}`}
      >
        <legend className="mb-2 text-sm font-medium">{words.form.effect}</legend>
        {standingEffects.map((effect) => (
          <label key={effect} className="flex min-h-8 items-start gap-2 text-sm pointer-coarse:min-h-11">
            <input
              type="radio"
              name="effect"
              value={effect}
              defaultChecked={typed.effect === effect}
              className="mt-1 shrink-0 accent-rubric"
            />
            <span>
              <span className="font-medium">{words.effects[effect]}</span>{' '}
              <span className="text-soft">{words.form.effects[effect]}</span>
            </span>
          </label>
        ))}
        {effectProblem && (
          <p id="effect-problem" role="alert" className="text-[0.8125rem] font-medium text-rubric">
            {effectProblem}
          </p>
        )}
      </fieldset>
      <Field id="reason" label={words.form.reason} hint={words.form.reasonHint} problem={reasonProblem}>
        <Input
          {...described('reason', reasonProblem, true)}
          name="reason"
          dir="auto"
          autoComplete="off"
          maxLength={ruleLimits.reason * 2}
          key={`reason ${typed.reason}`}
          defaultValue={typed.reason}
        />
      </Field>
      <Field id="until" label={words.form.until} problem={untilProblem} className="sm:w-60">
        <Input
          {...described('until', untilProblem)}
          name="until"
          type="date"
          key={`until ${typed.until}`}
          defaultValue={typed.until}
        />
      </Field>
      <Button type="submit" tone="main" className="w-fit" disabled={isBusy}>
        {words.form.make}
      </Button>
    </form>
  )
}
