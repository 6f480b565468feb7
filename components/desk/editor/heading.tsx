import { sentenceFor } from '../error-messages'
import type { DraftState } from './use-draft'

// Grows with its text (field-sizing), so that a title reads as a title while it is written.
const look =
  'w-full resize-none field-sizing-content bg-transparent px-4 outline-none focus-visible:bg-tint/40 sm:px-7'

export function Heading({ draft: { fields, change, problems } }: { draft: DraftState }) {
  return (
    <div className="grid">
      <label className="sr-only" htmlFor="title" lang="en">
        Title
      </label>
      <textarea
        id="title"
        rows={1}
        value={fields.title}
        onChange={change('title')}
        placeholder="Title"
        {...problem('title', problems)}
        className={`${look} pt-5 pb-1 font-serif text-3xl leading-tight font-semibold`}
      />
      <Problem field="title" problems={problems} />
      <label className="sr-only" htmlFor="summary" lang="en">
        Summary
      </label>
      <textarea
        id="summary"
        rows={1}
        value={fields.summary}
        onChange={change('summary')}
        {...problem('summary', problems)}
        placeholder="Summary: what a reader should know before the first line"
        className={`${look} pt-1 pb-3 text-base text-soft placeholder:text-soft/80`}
      />
      <Problem field="summary" problems={problems} />
    </div>
  )
}

const problem = (field: string, problems: Record<string, string>) =>
  problems[field] ? { 'aria-invalid': true, 'aria-describedby': `${field}-problem` } : {}

function Problem({ field, problems }: { field: string; problems: Record<string, string> }) {
  if (!problems[field]) return null
  return (
    <p
      id={`${field}-problem`}
      className="px-4 pb-2 text-[0.8125rem] font-medium text-rubric sm:px-7"
      lang="en"
    >
      {sentenceFor(problems[field])}
    </p>
  )
}
