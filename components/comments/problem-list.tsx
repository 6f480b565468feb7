import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { problemSentence, say, words, type Problem } from '@/lib/i18n/words'
import type { FieldProblems } from '@/lib/comments/submit/form-state'

/** What a post without scripts is answered with, at the top of the form; a script says it beside the fields. */
export function ProblemList({
  locale,
  problems,
  sumOnly,
}: {
  locale: Locale
  problems: FieldProblems<Problem>
  sumOnly: boolean
}) {
  const { form } = words(locale)
  const sentence = (code: Problem) => problemSentence(locale, code)
  const found = inOrder.flatMap((field) => (problems[field] ? [{ field, code: problems[field] }] : []))
  if (sumOnly) return <Box>{form.sumNow}</Box>
  if (found.length === 0) return <div id="problems" className="problems" role="alert" tabIndex={-1} />
  return (
    <Box>
      {say(locale, form.problems, { count: found.length })}
      <ul>
        {found.map(({ field, code }) => (
          <li key={field}>
            {field === 'form' ? sentence(code) : <a href={`#${field}`}>{sentence(code)}</a>}
          </li>
        ))}
      </ul>
    </Box>
  )
}

// The form's fragment brings a reader without scripts, and a screen reader, to what has to be done.
const Box = ({ children }: { children: ReactNode }) => (
  <div id="said" tabIndex={-1}>
    <div id="problems" className="problems" role="alert" tabIndex={-1}>
      {children}
    </div>
  </div>
)

const inOrder = ['form', 'comment', 'author', 'email', 'url', 'answer'] as const
