import { described, Field, Input } from '@/components/ui/field'
import { useWords } from '../language/words'
import type { Edition, Fields } from './types'
import type { DraftState } from './use-draft'

interface DetailsProps {
  draft: DraftState
  edition: Edition
  mayPublish: boolean
}

type Detail = Exclude<keyof Fields, 'title' | 'summary'>
const list: { name: Detail; type?: string; hint?: 'tagsHint' | 'slugHint' | 'sourceHint' }[] = [
  { name: 'tags', hint: 'tagsHint' },
  { name: 'slug', hint: 'slugHint' },
  { name: 'originalDate', type: 'date' },
  { name: 'source', hint: 'sourceHint' },
  { name: 'translator' },
]

/** What stands beside the text. Once readers see the chapter, a change here is seen at once. */
export function Details({ draft: { fields, change, problems, problem }, edition, mayPublish }: DetailsProps) {
  const { words: editor, sentenceFor } = useWords('editor')
  const words = editor.details
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
      <legend className="float-start mb-1 text-sm font-semibold">{words.title}</legend>
      {isOut && (
        <p className="clear-both text-[0.8125rem] text-soft">
          {mayPublish ? words.seenAtOnce : sentenceFor('needs-admin')}
        </p>
      )}
      {list.map(({ name, type = 'text', hint }) => (
        <Field
          key={name}
          id={name}
          label={words[name]}
          hint={hint && words[hint]}
          problem={sentence(name)}
          className="clear-both"
        >
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
