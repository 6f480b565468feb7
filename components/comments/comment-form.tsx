import { limits } from '@/lib/comments/rules'
import type { Locale } from '@/lib/i18n/locales'
import { say, words } from '@/lib/i18n/words'
import { CommentText } from './comment-text'
import { Field } from './field'
import { usualAsks, type FormAsks, type FormState, type Problems, type Typed } from './form-state'
import { ProblemList } from './problem-list'
import { SumField } from './sum-field'

export interface CommentFormProps {
  locale: Locale
  chapterId: string
  /** Where the form is posted to: the chapter's path and '/comments'. */
  action: string
  state: FormState
  asks?: FormAsks
}

/**
 * "Leave a Reply", in every state it can be in. The same markup stands in the static page and comes back from
 * a post without scripts; the reader script (components/site/reader) finds everything by the names given here.
 */
export function CommentForm({ locale, chapterId, action, state, asks = usualAsks }: CommentFormProps) {
  const { form } = words(locale)
  if (state.status === 'received') return <Received locale={locale} link={state.link} />
  if (state.status === 'closed') return <Closed locale={locale} text={state.typed?.comment} />

  const kept = state.status === 'blank' ? undefined : state
  const problems: Problems = state.status === 'problems' ? state.problems : {}
  const required = asks.nameAndEmailRequired
  const field = (name: keyof Typed) => ({ locale, name, value: kept?.typed[name], problem: problems[name] })
  const page = action.replace(/\/comments$/, '')

  return (
    <section id="respond" className="respond" aria-labelledby="respond-title">
      <h2 id="respond-title" dir="auto">
        {titleOf(locale, kept)}
      </h2>
      <a id="cancel-reply" href={`${page}#respond`} hidden={!kept?.parent}>
        {form.cancel}
      </a>
      <form
        id="comment-form"
        method="post"
        action={`${action}#respond`}
        {...wordsForTheScript(locale, chapterId)}
      >
        <p className="hint">
          <span id="email-kept">{form.emailKept}</span> {form.required}
        </p>
        {state.status === 'preview' && <Preview locale={locale} text={state.typed.comment} />}
        <ProblemList locale={locale} problems={problems} sumOnly={state.status === 'sum'} />
        <Field
          {...field('comment')}
          label={form.comment}
          lines={8}
          required
          most={limits.textBytes}
          unit="bytes"
        />
        <Field
          {...field('author')}
          label={form.name}
          required={required}
          most={limits.name}
          autoComplete="name"
        />
        <Field
          {...field('email')}
          {...{ label: form.email, type: 'email', required, most: limits.email }}
          {...{ autoComplete: 'email', hint: 'email-kept' }}
        />
        {asks.websiteField && (
          <Field
            {...field('url')}
            label={form.website}
            inputMode="url"
            most={limits.url}
            autoComplete="url"
          />
        )}
        {asks.follow && (
          <label className="choice">
            <input type="checkbox" name="follow" value="yes" defaultChecked={kept?.follow} /> {form.follow}
          </label>
        )}
        {/* Without scripts nothing could be kept in the browser but by a cookie: then it is not offered. */}
        {asks.consentBox && (
          <label className="choice" id="remember" hidden>
            <input type="checkbox" /> {form.saveMe}
          </label>
        )}
        <div className="unseen" aria-hidden="true">
          <label htmlFor="company">{form.leaveEmpty}</label>
          <input id="company" name="company" tabIndex={-1} autoComplete="off" />
        </div>
        <SumField locale={locale} sum={kept?.challenge} problem={problems.answer} />
        <input type="hidden" name="chapter" value={chapterId} />
        <input type="hidden" name="challenge" value={kept?.challenge.token ?? ''} />
        <input type="hidden" name="submission_key" value={kept?.submissionKey ?? ''} />
        <input type="hidden" name="parent" value={kept?.parent ?? ''} />
        <p className="buttons">
          <button type="submit">{form.submit}</button>
          <button type="submit" className="quiet" name="intent" value="preview" formNoValidate>
            {form.preview}
          </button>
          <button type="submit" className="quiet" name="intent" value="new-sum" formNoValidate>
            {form.newSum}
          </button>
          <button type="submit" className="quiet quote" name="intent" value="quote" formNoValidate>
            {form.quote}
          </button>
        </p>
        <p id="form-status" role="status" />
        <p className="hint">
          {form.akismet} <a href={`/${locale}/privacy`}>{form.akismetLink}</a>
        </p>
      </form>
    </section>
  )
}

const Preview = ({ locale, text }: { locale: Locale; text: string }) => (
  <div className="preview" role="region" aria-label={words(locale).form.previewTitle} tabIndex={-1} autoFocus>
    <p>
      <strong>{words(locale).form.previewTitle}</strong>
    </p>
    <CommentText text={text} />
  </div>
)

const Closed = ({ locale, text }: { locale: Locale; text?: string }) => (
  <section id="respond" className="respond" aria-labelledby="respond-title">
    <h2 id="respond-title">{words(locale).form.closed}</h2>
    <p>{words(locale).form.closedMore}</p>
    {text && (
      <div className="field">
        <label htmlFor="unsent">{words(locale).form.unsent}</label>
        <textarea id="unsent" rows={8} dir="auto" readOnly autoFocus defaultValue={text} />
      </div>
    )}
  </section>
)

const Received = ({ locale, link }: { locale: Locale; link?: string }) => (
  <section id="respond" className="respond" aria-labelledby="respond-title">
    <h2 id="respond-title">{words(locale).form.title}</h2>
    <div className="received" role="status" tabIndex={-1} autoFocus>
      <p>
        <strong>{words(locale).form.received}</strong>
      </p>
      <p>{words(locale).form.receivedMore}</p>
      {link && (
        <p>
          <a href={link}>{words(locale).form.statusLink}</a>. {words(locale).form.statusHint}
        </p>
      )}
    </div>
  </section>
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
