import type { Locale } from '@/lib/i18n/locales'
import { problemSentence, words, type Problem } from '@/lib/i18n/words'
import type { Sum } from '@/lib/comments/submit/form-state'

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
      {/* No keyboard of digits alone: words are taken too (lib/captcha/read-answer.ts). */}
      <input
        id="answer"
        name="answer"
        autoComplete="off"
        maxLength={200}
        dir="auto"
        required={Boolean(sum)}
        aria-invalid={problem ? true : undefined}
        aria-describedby="sum answer-hint answer-problem"
      />
      <p className="hint" id="answer-hint">
        {form.answerHint}
      </p>
      <p className="problem" id="answer-problem">
        {problem && problemSentence(locale, problem)}
      </p>
    </div>
  )
}
