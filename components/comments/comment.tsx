import { moment } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { shownName } from '@/lib/i18n/names'
import { say, words } from '@/lib/i18n/words'
import { linkTo } from '@/lib/kernel/plain-text/web-addresses'
import { Sentence } from '@/components/site/sentence'
import { Avatar } from './avatar'
import { CommentText } from './comment-text'

export interface ShownComment {
  id: string
  parentId: string | null
  name: string
  url: string | null
  text: string
  locale: string
  sentAt: Date
  /** Written at the desk, by somebody of the staff. */
  byStaff?: boolean
}

/** A comment that is answered: whose it is and where it stands, or that it was removed. */
export type Answered = { name: string; href: string } | 'removed'

interface CommentProps {
  locale: Locale
  /** The page on which it stands: where the form for an answer is. */
  replyAt: string
  avatars: 'initials' | 'pattern' | 'none'
  answerable: boolean
  comment: ShownComment
  /** Whom it answers, where it does not stand below that comment. */
  answers?: Answered
}

export function Comment({ locale, replyAt, avatars, answerable, comment, answers }: CommentProps) {
  const here = words(locale).comments
  const { id, sentAt } = comment
  const name = shownName(locale, comment.name)
  const lang = comment.locale === locale ? undefined : comment.locale
  return (
    <article id={`comment-${id}`} data-in={comment.locale}>
      <header>
        <Avatar name={comment.name} kind={avatars} />
        <Author name={name} url={comment.url} />{' '}
        {comment.byStaff && (
          <>
            <small className="staff">{here.staff}</small>{' '}
          </>
        )}
        <a href={`#comment-${id}`} title={here.permalink}>
          <time dateTime={sentAt.toISOString()}>{moment(locale, sentAt)}</time>
        </a>
        <InReplyTo locale={locale} answers={answers} />
      </header>
      <CommentText text={comment.text} lang={lang} />
      {/* Without scripts the server answers with the form made ready for this reply. */}
      {answerable && (
        <a
          className="reply"
          rel="nofollow"
          data-name={name}
          href={`${replyAt}?reply=${id}#comment`}
          aria-label={say(locale, here.replyTo, { name })}
        >
          {here.reply}
        </a>
      )}
    </article>
  )
}

/** Whom a comment answers, where it does not stand below that. */
export function InReplyTo({ locale, answers }: { locale: Locale; answers?: Answered }) {
  const { inReplyTo, inReplyToRemoved } = words(locale).comments
  if (!answers) return null
  if (answers === 'removed') return <> · {inReplyToRemoved}</>
  return (
    <>
      {' · '}
      <a href={answers.href}>
        <Sentence text={inReplyTo} name="name">
          <bdi>{answers.name}</bdi>
        </Sentence>
      </a>
    </>
  )
}

function Author({ name, url }: { name: string; url: string | null }) {
  const href = linkTo(url)
  return (
    <b>
      {href ? (
        <a href={href} rel="nofollow ugc noopener noreferrer">
          <bdi>{name}</bdi>
        </a>
      ) : (
        <bdi>{name}</bdi>
      )}
    </b>
  )
}
