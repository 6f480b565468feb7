import { useWords } from '../language/words'
import { direction } from '@/lib/i18n/locales'
import type { DraftState } from './use-draft'

// Grows with its text (field-sizing), so that a title reads as a title while it is written.
const look =
  'w-full resize-none field-sizing-content bg-transparent px-4 outline-none focus-visible:bg-tint/40 sm:px-7'

export function Heading({ draft: { fields, change, problems } }: { draft: DraftState }) {
  const { words, locale } = useWords('editor')
  return (
    <div className="grid">
      <label className="sr-only" htmlFor="title" lang={locale}>
        {words.title}
      </label>
      <textarea
        id="title"
        rows={1}
        value={fields.title}
        onChange={change('title')}
        placeholder={words.title}
        {...problem('title', problems)}
        className={`${look} pt-5 pb-1 font-serif text-3xl leading-tight font-semibold`}
      />
      <Problem field="title" problems={problems} />
      <label className="sr-only" htmlFor="summary" lang={locale}>
        {words.summary}
      </label>
      <textarea
        id="summary"
        rows={1}
        value={fields.summary}
        onChange={change('summary')}
        {...problem('summary', problems)}
        placeholder={words.summaryHint}
        className={`${look} pt-1 pb-3 text-base text-soft placeholder:text-soft/80`}
      />
      <Problem field="summary" problems={problems} />
    </div>
  )
}

const problem = (field: string, problems: Record<string, string>) =>
  problems[field] ? { 'aria-invalid': true, 'aria-describedby': `${field}-problem` } : {}

function Problem({ field, problems }: { field: string; problems: Record<string, string> }) {
  const { locale, sentenceFor } = useWords('editor')
  if (!problems[field]) return null
  return (
    <p
      id={`${field}-problem`}
      className="px-4 pb-2 text-[0.8125rem] font-medium text-rubric sm:px-7"
      lang={locale}
      dir={direction(locale)}
    >
      {sentenceFor(problems[field])}
    </p>
  )
}
