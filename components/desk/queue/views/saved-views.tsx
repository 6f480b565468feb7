'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, Input } from '@/components/ui/field'
import { isolated } from '@/lib/i18n/isolated'
import type { SavedView } from '@/lib/moderation/saved-views/queries'
import { useWords } from '../../language/words'
import { addressOf, pageSizes, wordsOf, type QueueView } from '../view-address'
import type { SavedOutcome } from './outcome'

export type SavedAction = (before: SavedOutcome, form: FormData) => Promise<SavedOutcome>

interface SavedViewsProps {
  saved: SavedView[]
  view: QueueView
  action: SavedAction
}

/** Views under names: the person's and everybody's, and the forms to keep, rename and remove one. */
export function SavedViews({ saved, view, action }: SavedViewsProps) {
  const [outcome, act] = useActionState(action, undefined)
  const { words, locale, say } = useWords('views')
  const here = wordsOf(view).toString()
  return (
    <div className="grid gap-1 text-[0.8125rem]">
      {saved.length > 0 && (
        <nav aria-label={words.saved} className="flex flex-wrap gap-x-1 gap-y-1">
          {saved.map((one) => (
            <Link
              key={one.id}
              href={addressOf({ ...one, show: pageSizes[0] })}
              aria-current={wordsOf(one).toString() === here ? 'page' : undefined}
              className="inline-flex min-h-11 max-w-full items-center rounded-full border border-line px-3 [overflow-wrap:anywhere] hover:bg-tint aria-[current]:border-rubric aria-[current]:font-semibold sm:min-h-7"
            >
              <bdi>{one.name}</bdi>
            </Link>
          ))}
        </nav>
      )}
      <div className="flex flex-wrap items-start gap-x-6">
        <SaveForm here={here} outcome={outcome} act={act} />
        {saved.length > 0 && <Manage saved={saved} outcome={outcome} act={act} />}
      </div>
      <p role="status" className="font-medium empty:hidden">
        {outcome &&
          outcome.kind !== 'refused' &&
          say({ saved: words.savedNow, renamed: words.renamed, removed: words.removed }[outcome.kind], {
            name: isolated(locale, outcome.name),
          })}
      </p>
    </div>
  )
}

interface FormProps {
  outcome: SavedOutcome
  act: (form: FormData) => void
}

function SaveForm({ here, outcome, act }: FormProps & { here: string }) {
  const { words, sentenceFor } = useWords('views')
  const refused = outcome?.kind === 'refused' && outcome.deed === 'save' ? outcome : undefined
  const problem = refused && sentenceFor(refused.refusal)
  return (
    <details open={Boolean(refused)}>
      <summary className="w-fit min-h-6 cursor-pointer text-soft">{words.save}</summary>
      <form action={act} className="mt-2 grid max-w-sm gap-2" noValidate>
        <input type="hidden" name="view" value={here} />
        <Field id="view-name" label={words.name} problem={problem}>
          <Input
            {...described('view-name', problem)}
            name="name"
            dir="auto"
            maxLength={100}
            autoComplete="off"
            defaultValue={refused?.typed}
          />
        </Field>
        <label className="flex min-h-8 items-center gap-2">
          <input type="checkbox" name="forAll" value="yes" className="size-4 accent-rubric" />
          {words.forAllBox}
        </label>
        <div>
          <Button type="submit" size="small" name="deed" value="save">
            {words.saveButton}
          </Button>
        </div>
      </form>
    </details>
  )
}

function Manage({ saved, outcome, act }: FormProps & { saved: SavedView[] }) {
  const { words, say, sentenceFor } = useWords('views')
  const refused = outcome?.kind === 'refused' && outcome.deed !== 'save' ? outcome : undefined
  return (
    <details open={Boolean(refused)}>
      <summary className="w-fit min-h-6 cursor-pointer text-soft">{words.manage}</summary>
      {refused && (
        <p role="alert" className="mt-2 font-medium text-rubric">
          {sentenceFor(refused.refusal)}
        </p>
      )}
      <ul className="mt-2 grid gap-2">
        {saved.map(({ id, name, forAll }) => (
          <li key={id}>
            <form action={act} className="flex flex-wrap items-center gap-2" noValidate>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="was" value={name} />
              <Input
                name="name"
                dir="auto"
                aria-label={say(words.newName, { name })}
                className="w-48"
                maxLength={100}
                defaultValue={name}
                key={name}
              />
              <span className="text-soft">{forAll ? words.forAll : words.own}</span>
              <Button type="submit" size="small" name="deed" value="rename">
                {words.rename}
              </Button>
              <Button type="submit" size="small" tone="danger" name="deed" value="remove">
                {words.remove}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}
