'use client'

import { useActionState, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { described, Field, Select } from '@/components/ui/field'
import { FindField } from '@/components/ui/find-field'
import type { SeriesChoice } from '@/lib/chapters/writing/queries'
import { locales, ownName } from '@/lib/i18n/locales'
import { generalProblem, nothingTyped, problemAt, TextField, type BeginAction } from './begin-fields'

interface NewChapterFormProps {
  series: SeriesChoice[]
  /** The words that these series were found by. */
  words: string
  action: BeginAction
}

export function NewChapterForm({ series, words, action }: NewChapterFormProps) {
  const [state, submit, pending] = useActionState(action, nothingTyped)
  const [picked, choose] = useState(state.typed.series)
  // What was picked may not be among those that were found since.
  const isThere = picked === '' || series.some(({ slug }) => slug === picked)
  const chosen = picked !== undefined && isThere ? picked : (series[0]?.slug ?? '')
  const suggested = series.find(({ slug }) => slug === chosen)?.nextNumber ?? 1
  // React empties a form after its action, and a select forgets its default with it: made anew, it has it.
  const attempt = JSON.stringify(state.typed)
  const general = generalProblem(state)
  const [seriesProblem, localeProblem] = [problemAt(state, 'series'), problemAt(state, 'locale')]
  return (
    <div className="mx-auto grid max-w-xl gap-5">
      <header>
        <h1 className="font-serif text-2xl font-semibold">New chapter</h1>
        <p className="text-sm text-soft">It begins as a draft. Readers see nothing until it is published.</p>
      </header>
      <FindField
        name="find-series"
        label="Find a series"
        hint={words ? `${series.length || 'No'} series with these words` : 'The newest stand below.'}
        found={words}
      />
      <form action={submit} className="grid gap-5" noValidate>
        {general && (
          <Alert tone="bad" urgent>
            {general}
          </Alert>
        )}
        <Field id="series" label="Series" problem={seriesProblem}>
          <Select
            key={attempt}
            {...described('series', seriesProblem)}
            name="series"
            value={chosen}
            onChange={(event) => choose(event.target.value)}
          >
            {series.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
            <option value="">A new series</option>
          </Select>
        </Field>
        {chosen === '' && <TextField state={state} name="seriesTitle" label="Title of the new series" />}
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            state={state}
            name="number"
            label="Number"
            hint={`Left empty, it becomes ${suggested}.`}
          />
          <Field id="locale" label="Language" problem={localeProblem}>
            <Select
              key={attempt}
              {...described('locale', localeProblem)}
              name="locale"
              defaultValue={state.typed.locale ?? 'en'}
            >
              {locales.map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {ownName(locale)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <TextField state={state} name="title" label="Title" required />
        <TextField state={state} name="slug" label="Slug" hint="Left empty, it is made from the title." />
        <div>
          <Button type="submit" tone="main" disabled={pending}>
            Create chapter
          </Button>
        </div>
      </form>
    </div>
  )
}
