import type { Locale } from '@/lib/i18n/locales'
import { problemSentence, words, type Problem } from '@/lib/i18n/words'
import type { Sum } from './form-state'

/** The calculation and its answer. In the static page there is none yet: a script or the first post brings it. */
export function SumField({ locale, sum, problem }: { locale: Locale; sum?: Sum; problem?: Problem }) {
  const { form } = words(locale)
  return (
    <div className="field">
      <div id="sum" className="sum">
        {sum ? (
          <span role="math" aria-label={sum.spoken} dir="auto">
            {sum.question}
          </span>
        ) : (
          <noscript>{form.sumLater}</noscript>
        )}
      </div>
      <label htmlFor="answer">{form.answer}</label>
      <input
        {...{ id: 'answer', name: 'answer', inputMode: 'numeric', autoComplete: 'off', maxLength: 20 }}
        required={Boolean(sum)}
        aria-invalid={problem ? true : undefined}
        aria-describedby="sum answer-problem"
      />
      <p className="problem" id="answer-problem">
        {problem && problemSentence(locale, problem)}
      </p>
    </div>
  )
}
