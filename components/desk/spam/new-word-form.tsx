'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, Input, Select } from '@/components/ui/field'
import type { WordPreview as Preview } from '@/lib/moderation/words/queries'
import { useWords } from '../language/words'
import { WordPreviewPanel } from './word-preview'

export interface NewWordState {
  typed: Record<string, string>
  refusal?: string
  preview?: Preview
  added?: string
}
export type NewWordAction = (before: NewWordState, form: FormData) => Promise<NewWordState>

/** A new line: first see which approved comments it would have caught, then add it. */
export function NewWordForm({ action }: { action: NewWordAction }) {
  const [{ typed, refusal, preview, added }, act, pending] = useActionState(action, { typed: {} })
  const { words: spam, sentenceFor, rich } = useWords('spam')
  const words = spam.words
  const about = /^(date|note)-/.exec(refusal ?? '')?.[1] ?? 'pattern'
  const problemOf = (field: string) => (refusal && field === about ? sentenceFor(refusal) : undefined)
  const [problem, dateProblem, noteProblem] = [problemOf('pattern'), problemOf('date'), problemOf('note')]
  return (
    <form action={act} className="grid gap-3 rounded-lg border border-line bg-sheet p-4" noValidate>
      <div className="grid gap-3 sm:grid-cols-[1fr_10rem_10rem]">
        <Field id="pattern" label={words.pattern} problem={problem}>
          <Input
            {...described('pattern', problem)}
            name="pattern"
            dir="auto"
            autoComplete="off"
            maxLength={400}
            key={`pattern ${typed.pattern ?? ''}`}
            defaultValue={typed.pattern ?? ''}
          />
        </Field>
        <Field id="list" label={words.list}>
          <Select id="list" name="list" key={typed.list} defaultValue={typed.list ?? 'moderation'}>
            <option value="moderation">{words.moderation}</option>
            <option value="disallowed">{words.disallowed}</option>
          </Select>
        </Field>
        <Field id="until" label={words.lastDay} problem={dateProblem}>
          <Input
            {...described('until', dateProblem)}
            name="until"
            type="date"
            key={`until ${typed.until ?? ''}`}
            defaultValue={typed.until ?? ''}
          />
        </Field>
      </div>
      <Field id="note" label={words.note} problem={noteProblem}>
        <Input
          {...described('note', noteProblem)}
          name="note"
          dir="auto"
          maxLength={1_000}
          key={`note ${typed.note ?? ''}`}
          defaultValue={typed.note ?? ''}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" name="intent" value="preview" disabled={pending}>
          {words.preview}
        </Button>
        <Button type="submit" name="intent" value="add" tone="main" disabled={pending}>
          {words.add}
        </Button>
        <span role="status" className="text-[0.8125rem] text-soft">
          {added && rich(words.added, { line: <bdi>{added}</bdi> })}
        </span>
      </div>
      {preview && <WordPreviewPanel preview={preview} />}
    </form>
  )
}
