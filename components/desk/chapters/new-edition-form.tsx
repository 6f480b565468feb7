'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { described, Field, Select } from '@/components/ui/field'
import type { EditionForWriting } from '@/lib/chapters/writing/queries'
import { locales, ownName } from '@/lib/i18n/locales'
import { generalProblem, nothingTyped, problemAt, TextField, type BeginAction } from './begin-fields'

interface NewEditionFormProps {
  edition: EditionForWriting
  mayNameSeries: boolean
  action: BeginAction
}

export function NewEditionForm({ edition, mayNameSeries, action }: NewEditionFormProps) {
  const [state, submit, pending] = useActionState(action, nothingTyped)
  const free = locales.filter((locale) => !edition.editions.some((one) => one.locale === locale))
  const general = generalProblem(state)
  const problem = problemAt(state, 'locale')
  return (
    <form action={submit} className="mx-auto grid max-w-xl gap-5" noValidate>
      <header>
        <h1 className="font-serif text-2xl font-semibold">Add a language</h1>
        <p className="text-sm text-soft">
          To <bdi>{edition.seriesTitle}</bdi> {edition.number},{' '}
          <bdi lang={edition.locale}>{edition.title}</bdi>
        </p>
      </header>
      {general && (
        <Alert tone="bad" urgent>
          {general}
        </Alert>
      )}
      <input type="hidden" name="chapterId" value={edition.chapterId} />
      <input type="hidden" name="translatedFromId" value={edition.editionId} />
      <Field id="locale" label="Language" problem={problem}>
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
      <TextField state={state} name="title" label="Title" required />
      <TextField state={state} name="slug" label="Slug" hint="Left empty, it is made from the title." />
      <TextField state={state} name="translator" label="Translator" />
      {mayNameSeries && free.some((locale) => !edition.seriesLocales.includes(locale)) && (
        <TextField
          state={state}
          name="seriesTitle"
          label="Title of the series in this language"
          hint="Used if the series has none in it yet."
        />
      )}
      <div>
        <Button type="submit" tone="main" disabled={pending}>
          Add language
        </Button>
      </div>
    </form>
  )
}
