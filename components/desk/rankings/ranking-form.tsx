'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { described, Field, Select } from '@/components/ui/field'
import { problemAt, TextField } from '../chapters/begin-fields'
import { sentenceFor } from '../error-messages'

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
  const kindProblem = problemAt(state, 'kind')
  return (
    <form
      action={act}
      noValidate
      aria-label="Record a ranking"
      className="grid gap-4 rounded-lg border border-line bg-sheet p-4"
    >
      {refusal && (
        <Alert tone="bad" urgent>
          {sentenceFor(refusal)}
        </Alert>
      )}
      <input type="hidden" name="chapterId" value={chapterId} />
      <div key={state.attempt} className="grid items-start gap-4 sm:grid-cols-2">
        <Field id="kind" label="Ranking" problem={kindProblem}>
          <Select {...described('kind', kindProblem)} name="kind" defaultValue={typed.kind ?? 'hashtag'}>
            <option value="hashtag">of a hashtag</option>
            <option value="search">of a search</option>
          </Select>
        </Field>
        <TextField state={state} name="subject" label="Hashtag or words searched for" />
        <TextField state={state} name="service" label="Service" hint="Whose ranking: Ameba, Google …" />
        <TextField
          state={state}
          name="country"
          label="Country (may be empty)"
          hint="Two letters, such as JP."
        />
        <TextField state={state} name="place" label="Place" hint="1 is the first." />
        <TextField state={state} name="asOf" label="As of" type="date" />
        <div className="sm:col-span-2">
          <TextField state={state} name="sourceUrl" label="Source" type="url" hint="Where it can be read." />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="main" disabled={pending}>
          Record
        </Button>
        <span role="status" className="text-[0.8125rem] text-soft">
          {recorded && 'Recorded. Readers see it now.'}
        </span>
      </div>
    </form>
  )
}
