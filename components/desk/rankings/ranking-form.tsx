'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { described, Field, Select } from '@/components/ui/field'
import { TextField, useProblems } from '../chapters/begin-fields'
import { useWords } from '../language/words'

export interface RankingState {
  /** Grows with each try: the fields are made anew with what was typed. */
  attempt: number
  typed: Record<string, string>
  refusal?: string
  problems: Record<string, string>
  recorded?: boolean
}
export type RankingAction = (before: RankingState, form: FormData) => Promise<RankingState>

const nothing: RankingState = { attempt: 0, typed: {}, problems: {} }

/** Where a chapter stood in whose ranking, where that can be read, and as of when. */
export function RankingForm({ chapterId, action }: { chapterId: string; action: RankingAction }) {
  const [state, act, pending] = useActionState(action, nothing)
  const { refusal, recorded, typed } = state
  const { words: rankings, sentenceFor } = useWords('rankings')
  const words = rankings.form
  const kindProblem = useProblems(state).at('kind')
  return (
    <form
      action={act}
      noValidate
      aria-label={words.title}
      className="grid gap-4 rounded-lg border border-line bg-sheet p-4"
    >
      {refusal && (
        <Alert tone="bad" urgent>
          {sentenceFor(refusal)}
        </Alert>
      )}
      <input type="hidden" name="chapterId" value={chapterId} />
      <div key={state.attempt} className="grid items-start gap-4 sm:grid-cols-2">
        <Field id="kind" label={words.kind} problem={kindProblem}>
          <Select {...described('kind', kindProblem)} name="kind" defaultValue={typed.kind ?? 'hashtag'}>
            <option value="hashtag">{words.hashtag}</option>
            <option value="search">{words.search}</option>
          </Select>
        </Field>
        <TextField state={state} name="subject" label={words.subject} />
        <TextField state={state} name="service" label={words.service} hint={words.serviceHint} />
        <TextField state={state} name="country" label={words.country} hint={words.countryHint} />
        <TextField state={state} name="place" label={words.place} hint={words.placeHint} />
        <TextField state={state} name="asOf" label={words.day} type="date" />
        <div className="sm:col-span-2">
          <TextField state={state} name="sourceUrl" label={words.source} type="url" hint={words.sourceHint} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="main" disabled={pending}>
          {words.button}
        </Button>
        <span role="status" className="text-[0.8125rem] text-soft">
          {recorded && words.recorded}
        </span>
      </div>
    </form>
  )
}
