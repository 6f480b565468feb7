'use client'

import { useActionState, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { described, Field, Select } from '@/components/ui/field'
import { FindField } from '@/components/ui/find-field'
import type { SeriesChoice } from '@/lib/chapters/writing/queries'
import { digits } from '@/lib/i18n/formats'
import { locales, ownName } from '@/lib/i18n/locales'
import { useWords } from '../language/words'
import { nothingTyped, TextField, useProblems, type BeginAction } from './begin-fields'

interface NewChapterFormProps {
  series: SeriesChoice[]
  /** The words that these series were found by. */
  words: string
  action: BeginAction
}

export function NewChapterForm({ series, words: found, action }: NewChapterFormProps) {
  const [state, submit, pending] = useActionState(action, nothingTyped)
  const [picked, choose] = useState(state.typed.series)
  // What was picked may not be among those that were found since.
  const isThere = picked === '' || series.some(({ slug }) => slug === picked)
  const chosen = picked !== undefined && isThere ? picked : (series[0]?.slug ?? '')
  const suggested = series.find(({ slug }) => slug === chosen)?.nextNumber ?? 1
  // React empties a form after its action, and a select forgets its default with it: made anew, it has it.
  const attempt = JSON.stringify(state.typed)
  const { words: chapters, locale: own, say } = useWords('chapters')
  const { words: frame } = useWords('frame')
  const words = chapters.begin
  const { general, at } = useProblems(state)
  const [seriesProblem, localeProblem] = [at('series'), at('locale')]
  return (
    <div className="mx-auto grid max-w-xl gap-5">
      <header>
        <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
        <p className="text-sm text-soft">{words.intro}</p>
      </header>
      <FindField
        name="find-series"
        label={words.findSeries}
        button={frame.find}
        hint={found ? say(words.foundSeries, { count: series.length }) : words.newestSeries}
        found={found}
      />
      <form action={submit} className="grid gap-5" noValidate>
        {general && (
          <Alert tone="bad" urgent>
            {general}
          </Alert>
        )}
        <Field id="series" label={words.series} problem={seriesProblem}>
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
            <option value="">{words.aNewSeries}</option>
          </Select>
        </Field>
        {chosen === '' && <TextField state={state} name="seriesTitle" label={words.seriesTitle} />}
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            state={state}
            name="number"
            label={words.number}
            hint={say(words.numberHint, { number: digits(own, suggested) })}
          />
          <Field id="locale" label={chapters.language} problem={localeProblem}>
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
        <TextField state={state} name="title" label={words.chapterTitle} required />
        <TextField state={state} name="slug" label={words.slug} hint={words.slugHint} />
        <div>
          <Button type="submit" tone="main" disabled={pending}>
            {words.button}
          </Button>
        </div>
      </form>
    </div>
  )
}
