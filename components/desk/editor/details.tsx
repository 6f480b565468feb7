import { described, Field, Input } from '@/components/ui/field'
import { sentenceFor } from '../error-messages'
import type { Edition, Fields } from './types'
import type { DraftState } from './use-draft'

interface DetailsProps {
  draft: DraftState
  edition: Edition
  mayPublish: boolean
}

const list: { name: keyof Fields; label: string; type?: string; hint?: string }[] = [
  { name: 'tags', label: 'Tags', hint: 'Separated by commas.' },
  {
    name: 'slug',
    label: 'Slug',
    hint: 'The last part of the address. The old one will lead to the new one.',
  },
  { name: 'originalDate', label: 'Original date', type: 'date' },
  { name: 'source', label: 'Source', hint: 'Where the original stands.' },
  { name: 'translator', label: 'Translator' },
]

/** What stands beside the text. Once readers see the chapter, a change here is seen at once. */
export function Details({ draft: { fields, change, problems, problem }, edition, mayPublish }: DetailsProps) {
  const isOut = edition.state === 'published' || edition.state === 'scheduled'
  const sentence = (name: string) =>
    problems[name]
      ? sentenceFor(problems[name])
      : problem === 'slug-taken' && name === 'slug'
        ? sentenceFor(problem)
        : undefined
  return (
    <fieldset
      disabled={isOut && !mayPublish}
      className="grid min-w-0 gap-3.5 rounded-lg border border-line bg-sheet p-4"
    >
      <legend className="float-start mb-1 text-sm font-semibold">Details</legend>
      {isOut && (
        <p className="clear-both text-[0.8125rem] text-soft">
          {mayPublish ? 'Changes here are seen with the next save.' : sentenceFor('needs-admin')}
        </p>
      )}
      {list.map(({ name, label, type = 'text', hint }) => (
        <Field key={name} id={name} label={label} hint={hint} problem={sentence(name)} className="clear-both">
          <Input
            {...described(name, sentence(name), Boolean(hint))}
            name={name}
            type={type}
            value={fields[name]}
            onChange={change(name)}
            dir={type === 'text' ? 'auto' : undefined}
          />
        </Field>
      ))}
    </fieldset>
  )
}
