import type { LinkPurpose } from '@/lib/comments/author/link-token'
import type { AuthorPageProps, AuthorNotice } from '@/lib/comments/author/page'
import { moment } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import type { AuthorComment } from '@/lib/comments/author/queries'
import { authorWords } from '@/lib/i18n/author-words'
import { editReason, recordWords } from '@/lib/i18n/statements/words'
import { say } from '@/lib/i18n/words'
import { CommentText } from '../comment-text'
import { AuthorCommentState } from './author-comment-state'
import { AuthorActions } from './author-actions'
import { ActionForm } from './action-form'

type StaffEdited = NonNullable<AuthorComment['staffEdit']>

/** The middle of the page that a commenter's secret link opens; plain forms, so it works without scripts. */
export function AuthorPage(page: AuthorPageProps) {
  const { locale, purpose, comment } = page
  const here = authorWords(locale)
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
      {purpose === 'status' && <AuthorCommentState locale={locale} comment={comment} />}
      {comment.staffEdit && !comment.erased && purpose !== 'everything' && (
        <StaffEdit locale={locale} edit={comment.staffEdit} />
      )}
      {!comment.erased && purpose !== 'everything' && <CommentText text={comment.text} />}
      {!comment.erased && <AuthorActions {...page} comment={comment} />}
    </article>
  )
}

/** What the staff has changed in it is told to its author, with the reason. */
function StaffEdit({ locale, edit: { at, why, reason } }: { locale: Locale; edit: StaffEdited }) {
  const here = authorWords(locale)
  const said = [...(why ? [editReason(locale, why)] : []), ...(reason ? [reason] : [])]
  const date = moment(locale, at)
  return (
    <p className="hint">
      {said.length > 0
        ? say(locale, here.changedByStaffWhy, { date, why: said.join(recordWords(locale).separator) })
        : say(locale, here.changedByStaff, { date })}
    </p>
  )
}

const titleOf = (locale: Locale, purpose: LinkPurpose) => {
  const { title, confirmTitle, stopTitle, stopAllTitle, everythingTitle, neverTitle } = authorWords(locale)
  return {
    status: title,
    confirm: confirmTitle,
    stop: stopTitle,
    'stop-all': stopAllTitle,
    everything: everythingTitle,
    never: neverTitle,
  }[purpose]
}

function Never(page: AuthorPageProps) {
  const { locale, notice } = page
  const here = authorWords(locale)
  return (
    <article className="own-comment">
      <h1>{here.neverTitle}</h1>
      {notice && <Notice locale={locale} notice={notice} />}
      {notice !== 'neverAsked' && (
        <ActionForm {...page} intent="never" button={here.neverButton}>
          <p className="hint">{here.neverHint}</p>
        </ActionForm>
      )}
    </article>
  )
}

function Notice({ locale, notice }: { locale: Locale; notice: AuthorNotice }) {
  const text = typeof notice === 'object' ? notice.problem : authorWords(locale)[notice]
  return (
    <p className="received" role="status">
      {text}
    </p>
  )
}
