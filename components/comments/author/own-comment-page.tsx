import type { ReactNode } from 'react'
import { commentLimits } from '@/lib/comments/rules'
import type { LinkPurpose } from '@/lib/comments/author/link-token'
import type { OwnCommentPageProps, OwnNotice } from '@/lib/comments/author/page'
import type { OwnComment } from '@/lib/comments/author/queries'
import { moment } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { ownWords } from '@/lib/i18n/author-words'
import { say } from '@/lib/i18n/words'
import { CommentText } from '../comment-text'
import { OwnCommentState } from './own-comment-state'

/** The middle of the page that a commenter's secret link opens; plain forms, so it works without scripts. */
export function OwnCommentPage(page: OwnCommentPageProps) {
  const { locale, purpose, comment } = page
  const here = ownWords(locale)
  if (purpose === 'never') return <Never {...page} />
  if (purpose === 'missing' || !comment) return <p className="received">{here.missing}</p>
  return (
    <article className="own-comment">
      <h1>{titleOf(locale, purpose)}</h1>
      {purpose !== 'everything' && (
        <p className="hint">
          {say(locale, here.on, { chapter: comment.chapter.title })} ·{' '}
          {say(locale, here.sent, { date: moment(locale, comment.sentAt) })}
          {comment.editedAt && !comment.erased && (
            <> · {say(locale, here.changed, { date: moment(locale, comment.editedAt) })}</>
          )}
        </p>
      )}
      {page.notice && <Notice locale={locale} notice={page.notice} />}
      {purpose === 'status' && <OwnCommentState locale={locale} comment={comment} />}
      {!comment.erased && purpose !== 'everything' && <CommentText text={comment.text} />}
      {!comment.erased && <Deeds {...page} comment={comment} />}
    </article>
  )
}

const titleOf = (locale: Locale, purpose: LinkPurpose) => {
  const { title, confirmTitle, stopTitle, stopAllTitle, everythingTitle, neverTitle } = ownWords(locale)
  return {
    status: title,
    confirm: confirmTitle,
    stop: stopTitle,
    'stop-all': stopAllTitle,
    everything: everythingTitle,
    never: neverTitle,
  }[purpose]
}

function Never(page: OwnCommentPageProps) {
  const { locale, notice } = page
  const here = ownWords(locale)
  return (
    <article className="own-comment">
      <h1>{here.neverTitle}</h1>
      {notice && <Notice locale={locale} notice={notice} />}
      {notice !== 'neverAsked' && (
        <Act {...page} intent="never" button={here.neverButton}>
          <p className="hint">{here.neverHint}</p>
        </Act>
      )}
    </article>
  )
}

function Notice({ locale, notice }: { locale: Locale; notice: OwnNotice }) {
  const text = typeof notice === 'object' ? notice.problem : ownWords(locale)[notice]
  return (
    <p className="received" role="status">
      {text}
    </p>
  )
}

type Deed = OwnCommentPageProps & { comment: OwnComment }

function Deeds(page: Deed) {
  const { locale, purpose, comment, notice } = page
  const here = ownWords(locale)
  if (purpose === 'confirm')
    return notice === 'confirmed' ? null : (
      <Act {...page} intent="confirm" button={here.confirmButton}>
        <p>{say(locale, here.confirmHint, { email: comment.email })}</p>
      </Act>
    )
  if (purpose === 'stop' || purpose === 'stop-all')
    return notice === 'stopped' || notice === 'stoppedAll' ? null : (
      <Act {...page} intent={purpose} button={here.stopButton} />
    )
  if (purpose === 'everything') return <Everything {...page} />
  return (
    <>
      <Change {...page} />
      <Follow {...page} />
      {comment.status !== 'trash' && (
        <Act {...page} intent="withdraw" title={here.withdrawTitle} button={here.withdrawButton}>
          <p className="hint">{here.withdrawHint}</p>
        </Act>
      )}
      <Data {...page} />
    </>
  )
}

function Change({ locale, comment, typed, ...page }: Deed) {
  const here = ownWords(locale)
  if (!comment.changeable) return null
  return (
    <Act {...page} intent="change" title={here.editTitle} button={here.editButton}>
      <p className="hint" id="change-until">
        {comment.changeUntil
          ? say(locale, here.editUntil, { date: moment(locale, comment.changeUntil) })
          : here.editLater}
      </p>
      <textarea
        name="comment"
        rows={8}
        dir="auto"
        required
        defaultValue={typed ?? comment.text}
        aria-label={here.editTitle}
        aria-describedby="change-until"
        data-most={commentLimits.textBytes}
      />
    </Act>
  )
}

function Follow({ locale, comment, mailsOffered, ...page }: Deed) {
  const here = ownWords(locale)
  const { follow, email } = comment
  if (!mailsOffered || !email || comment.status === 'trash' || comment.status === 'spam') return null
  const wanted = follow && !follow.stopped
  const hint = !wanted ? here.followHint : follow.confirmed ? here.followOn : here.followAsked
  const daily = follow?.daily
  return (
    <>
      <Act
        {...page}
        title={here.followTitle}
        {...(wanted
          ? { intent: 'stop', button: here.followStop }
          : { intent: 'follow', button: here.followButton })}
      >
        <p className="hint">{say(locale, hint, { email })}</p>
      </Act>
      {wanted && follow.confirmed && (
        <Act
          {...page}
          intent={daily ? 'at-once' : 'daily'}
          button={daily ? here.followAtOnce : here.followDaily}
        >
          <p className="hint">{daily ? here.followIsDaily : here.followIsAtOnce}</p>
        </Act>
      )}
    </>
  )
}

function Data(page: Deed) {
  const here = ownWords(page.locale)
  const { email, status } = page.comment
  return (
    <>
      <Act {...page} intent="export" title={here.dataTitle} button={here.dataButton}>
        <p className="hint">{here.dataHint}</p>
      </Act>
      <Erase {...page} hint={here.eraseHint} />
      {page.mailsOffered && email && status !== 'spam' && (
        <Act {...page} intent="send-everything" button={here.everythingButton}>
          <p className="hint">{say(page.locale, here.everythingHint, { email })}</p>
        </Act>
      )}
    </>
  )
}

function Everything(page: Deed) {
  const here = ownWords(page.locale)
  return (
    <>
      <Act {...page} intent="export" button={here.dataButton}>
        <p>{say(page.locale, here.everythingFor, { email: page.comment.email })}</p>
        <p className="hint">{here.dataHintAll}</p>
      </Act>
      <Erase {...page} hint={here.eraseHintAll} />
    </>
  )
}

function Erase({ hint, ...page }: Deed & { hint: string }) {
  const here = ownWords(page.locale)
  return (
    <Act {...page} intent="erase" button={here.eraseButton}>
      <p className="hint">{hint}</p>
      <label className="choice">
        <input type="checkbox" name="sure" value="yes" required /> {here.eraseSure}
      </label>
    </Act>
  )
}

// What somebody came for stands out; what cannot be undone does not.
const quiet = new Set(['withdraw', 'export', 'erase', 'send-everything', 'daily', 'at-once'])

interface ActProps extends Pick<OwnCommentPageProps, 'action'> {
  intent: string
  button: string
  title?: string
  children?: ReactNode
}

const Act = ({ action, intent, button, title, children }: ActProps) => (
  <form method="post" action={action}>
    {title && <h2>{title}</h2>}
    {children}
    <p className="buttons">
      <button type="submit" name="intent" value={intent} className={quiet.has(intent) ? 'quiet' : undefined}>
        {button}
      </button>
    </p>
  </form>
)
