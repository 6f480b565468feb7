import { commentLimits } from '@/lib/comments/rules'
import type { Locale } from '@/lib/i18n/locales'
import { hiddenField } from '@/lib/spam/rules'
import { say, words, type Problem } from '@/lib/i18n/words'
import { CommentText } from './comment-text'
import { Closed, ReceivedNotice, Respond } from './ended-form'
import { CommentField } from './field'
import {
  usualFormRules,
  type CommentFormProps,
  type FieldProblems,
  type TypedComment,
} from '@/lib/comments/submit/form-state'
import { ProblemList } from './problem-list'
import { SumField } from './sum-field'

/**
 * "Leave a Reply", in every state it can be in. The same markup stands in the static page and comes back from
 * a post without scripts; the reader script (components/site/reader) finds everything by the names given here.
 */
export function CommentForm({ locale, chapterId, action, state, rules = usualFormRules }: CommentFormProps) {
  const { form } = words(locale)
  if (state.status === 'received')
    return <ReceivedNotice locale={locale} chapterId={chapterId} link={state.link} />
  if (state.status === 'closed')
    return <Closed locale={locale} chapterId={chapterId} text={state.typed?.comment} />

  const kept = state.status === 'blank' ? undefined : state
  const problems: FieldProblems<Problem> = state.status === 'problems' ? state.problems : {}
  const required = rules.nameAndEmailRequired
  const field = (name: keyof TypedComment) => ({
    locale,
    name,
    value: kept?.typed[name],
    problem: problems[name],
  })

  return (
    <Respond chapterId={chapterId}>
      <h2 id="respond-title" dir="auto">
        {titleOf(locale, kept)}
      </h2>
      {/* A fragment takes the focus to what the answer says; autofocus would be blocked by it. */}
      <form
        id="comment-form"
        method="post"
        action={`${action}#said`}
        {...wordsForTheScript(locale, chapterId)}
        data-to={kept?.parentName}
      >
        <p className="hint">
          <span id="email-kept">{form.emailKept}</span> {form.required}
        </p>
        {state.status === 'preview' && <Preview locale={locale} text={state.typed.comment} />}
        <ProblemList locale={locale} problems={problems} sumOnly={state.status === 'sum'} />
        <CommentField
          {...field('comment')}
          label={form.comment}
          lines={8}
          required
          most={commentLimits.textBytes}
          unit="bytes"
        />
        <CommentField
          {...field('author')}
          label={form.name}
          required={required}
          most={commentLimits.name}
          autoComplete="name"
        />
        <CommentField
          {...field('email')}
          label={form.email}
          inputMode="email"
          autoCapitalize="none"
          required={required}
          most={commentLimits.email}
          autoComplete="email"
          hint="email-kept"
        />
        {rules.websiteField && (
          <CommentField
            {...field('url')}
            label={form.website}
            inputMode="url"
            most={commentLimits.url}
            autoComplete="url"
          />
        )}
        {rules.follow && (
          <label className="choice">
            <input type="checkbox" name="follow" value="yes" defaultChecked={kept?.follow} /> {form.follow}
          </label>
        )}
        {/* Without scripts nothing could be kept in the browser but by a cookie: then it is not offered. */}
        {rules.consentBox && (
          <label className="choice" id="remember" hidden>
            <input type="checkbox" name="remember" value="yes" defaultChecked={kept?.remember} />{' '}
            {form.saveMe}
          </label>
        )}
        <div className="unseen" aria-hidden="true">
          <label htmlFor={hiddenField}>{form.leaveEmpty}</label>
          <input id={hiddenField} name={hiddenField} tabIndex={-1} {...notToFill} />
        </div>
        <SumField locale={locale} sum={kept?.challenge} problem={problems.answer} />
        <HiddenFields chapterId={chapterId} kept={kept} />
        <p className="buttons">
          <button type="submit">{form.submit}</button>
          <Intent value="preview" goesTo={`${action}#said`} words={form.preview} />{' '}
          <Intent value="new-sum" goesTo={`${action}#answer`} words={form.newSum} />{' '}
          <Intent
            value="cancel-reply"
            goesTo={`${action}#comment`}
            words={form.cancel}
            id="cancel-reply"
            hidden={!kept?.parent}
          />{' '}
          <Intent value="quote" goesTo={`${action}#comment`} words={form.quote} className="quiet quote" />
        </p>
        <p id="form-status" role="status" />
        <p className="hint">
          {rules.akismet ? form.akismet : form.noAkismet}{' '}
          <a href={`/${locale}/privacy`}>{form.akismetLink}</a>
        </p>
      </form>
    </Respond>
  )
}

interface HiddenFieldsProps {
  chapterId: string
  kept?: { challenge: { token: string }; submissionKey: string; parent?: string }
}

const HiddenFields = ({ chapterId, kept }: HiddenFieldsProps) => (
  <>
    <input type="hidden" name="chapter" value={chapterId} />
    <input type="hidden" name="challenge" value={kept?.challenge.token ?? ''} />
    <input type="hidden" name="work" />
    <input type="hidden" name="submission_key" value={kept?.submissionKey ?? ''} />
    <input type="hidden" name="parent" value={kept?.parent ?? ''} />
  </>
)

// What browsers (though not all of them heed it), 1Password, LastPass, Bitwarden and Dashlane take for "leave it alone".
const notToFill = {
  autoComplete: 'off',
  'data-1p-ignore': true,
  'data-lpignore': 'true',
  'data-bwignore': true,
  'data-form-type': 'other',
}

interface IntentProps {
  value: 'preview' | 'new-sum' | 'quote' | 'cancel-reply'
  goesTo: string
  words: string
  id?: string
  hidden?: boolean
  className?: string
}

/** A button that posts the form for something else than to be stored; what was typed comes back. */
const Intent = ({ goesTo, words, className = 'quiet', ...rest }: IntentProps) => (
  <button type="submit" name="intent" className={className} formAction={goesTo} formNoValidate {...rest}>
    {words}
  </button>
)

const Preview = ({ locale, text }: { locale: Locale; text: string }) => (
  <div id="said" className="preview" role="region" tabIndex={-1} aria-label={words(locale).form.previewTitle}>
    <p>
      <strong>{words(locale).form.previewTitle}</strong>
    </p>
    <CommentText text={text} />
  </div>
)

function titleOf(locale: Locale, kept?: { parent?: string; parentName?: string }) {
  const { form } = words(locale)
  if (!kept?.parent) return form.title
  return kept.parentName ? say(locale, form.titleTo, { name: kept.parentName }) : form.titleToComment
}

function wordsForTheScript(locale: Locale, chapterId: string) {
  const { form } = words(locale)
  return {
    'data-captcha': `/api/captcha?chapter=${chapterId}&locale=${locale}`,
    'data-sending': form.sending,
    'data-failed': form.failed,
    'data-sum-loading': form.sumLoading,
    'data-sum-failed': form.sumFailed,
    'data-too-long': form.tooLong,
    'data-title': form.title,
    'data-title-to': form.titleTo,
  }
}
