'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { described, Field, Select } from '@/components/ui/field'
import type { EditionForWriting } from '@/lib/chapters/writing/queries'
import { digits } from '@/lib/i18n/formats'
import { locales, ownName } from '@/lib/i18n/locales'
import { useWords } from '../language/words'
import { nothingTyped, TextField, useProblems, type BeginAction } from './begin-fields'

interface NewEditionFormProps {
  edition: EditionForWriting
  mayNameSeries: boolean
  action: BeginAction
}

export function NewEditionForm({ edition, mayNameSeries, action }: NewEditionFormProps) {
  const [state, submit, pending] = useActionState(action, nothingTyped)
  const free = locales.filter((locale) => !edition.editions.some((one) => one.locale === locale))
  const { words: chapters, locale: own, rich } = useWords('chapters')
  const words = chapters.edition
  const { general, at } = useProblems(state)
  const problem = at('locale')
  return (
    <form action={submit} className="mx-auto grid max-w-xl gap-5" noValidate>
      <header>
        <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
        <p className="text-sm text-soft">
          {rich(words.to, {
            series: <bdi>{edition.seriesTitle}</bdi>,
            number: digits(own, edition.number),
            title: <bdi lang={edition.locale}>{edition.title}</bdi>,
          })}
        </p>
      </header>
      {general && (
        <Alert tone="bad" urgent>
          {general}
        </Alert>
      )}
      <input type="hidden" name="chapterId" value={edition.chapterId} />
      <input type="hidden" name="translatedFromId" value={edition.editionId} />
      <Field id="locale" label={chapters.language} problem={problem}>
        <Select
          key={JSON.stringify(state.typed)}
          {...described('locale', problem)}
          name="locale"
          defaultValue={state.typed.locale}
        >
          {free.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {ownName(locale)}
            </option>
          ))}
        </Select>
      </Field>
      <TextField state={state} name="title" label={chapters.begin.chapterTitle} required />
      <TextField state={state} name="slug" label={chapters.begin.slug} hint={chapters.begin.slugHint} />
      <TextField state={state} name="translator" label={words.translator} />
      {mayNameSeries && free.some((locale) => !edition.seriesLocales.includes(locale)) && (
        <TextField state={state} name="seriesTitle" label={words.seriesTitle} hint={words.seriesTitleHint} />
      )}
      <div>
        <Button type="submit" tone="main" disabled={pending}>
          {words.button}
        </Button>
      </div>
    </form>
  )
}
