import { moment } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { say, words } from '@/lib/i18n/words'
import { Sentence } from '@/components/site/sentence'
import { Avatar } from './avatar'
import { CommentText } from './comment-text'
import { linkTo } from './linkify'

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

interface CommentProps {
  locale: Locale
  /** The page on which it stands: where the form for an answer is. */
  replyAt: string
  avatars: 'initials' | 'pattern' | 'none'
  answerable: boolean
  comment: ShownComment
  /** Whom it answers, where it does not stand below that comment. */
  answers?: { name: string; href: string }
}

export function Comment({ locale, replyAt, avatars, answerable, comment, answers }: CommentProps) {
  const here = words(locale).comments
  const { id, sentAt } = comment
  const name = comment.name || here.anonymous
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
        {answers && (
          <>
            {' '}
            <a href={answers.href}>
              <Sentence text={here.inReplyTo} name="name">
                <bdi>{answers.name}</bdi>
              </Sentence>
            </a>
          </>
        )}
      </header>
      <CommentText text={comment.text} lang={lang} />
      {/* Without scripts the server answers with the form made ready for this reply. */}
      {answerable && (
        <a
          {...{ className: 'reply', rel: 'nofollow', 'data-name': name }}
          href={`${replyAt}?reply=${id}#comment`}
          aria-label={say(locale, here.replyTo, { name })}
        >
          {here.reply}
        </a>
      )}
    </article>
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
