import { asTree, type Thread } from '@/lib/comments/rules'
import { moment } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { say, words } from '@/lib/i18n/words'
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
}

interface ThreadProps {
  locale: Locale
  /** The chapter's path. */
  path: string
  comments: ShownComment[]
  /** Does the chapter take comments? Then each can be answered. */
  open?: boolean
  threadDepth?: number
  order?: 'oldest first' | 'newest first'
}

/** What readers answered, replies below what they reply to. */
export function CommentThread({ comments, threadDepth, order, open = true, ...page }: ThreadProps) {
  const { locale } = page
  const threads = asTree(comments, threadDepth)
  if (order === 'newest first') threads.reverse()
  return (
    <section id="comments" className="comments">
      <h2>{say(locale, words(locale).comments.title, { count: comments.length })}</h2>
      {comments.length > 0 && <Level {...page} answerable={open && threadDepth !== 1} threads={threads} />}
    </section>
  )
}

type Page = Pick<ThreadProps, 'locale' | 'path'> & { answerable: boolean }

const Level = ({ threads, ...page }: Page & { threads: Thread<ShownComment>[] }) => (
  <ol role="list">
    {threads.map(({ comment, replies }) => (
      <li key={comment.id}>
        <Comment {...page} comment={comment} />
        {replies.length > 0 && <Level {...page} threads={replies} />}
      </li>
    ))}
  </ol>
)

function Comment({ locale, path, answerable, comment }: Page & { comment: ShownComment }) {
  const here = words(locale).comments
  const { id, sentAt } = comment
  const name = comment.name || here.anonymous
  return (
    <article id={`comment-${id}`}>
      <header>
        <Author name={name} url={comment.url} />{' '}
        <a href={`#comment-${id}`} title={here.permalink}>
          <time dateTime={sentAt.toISOString()}>{moment(locale, sentAt)}</time>
        </a>
      </header>
      <CommentText text={comment.text} lang={comment.locale === locale ? undefined : comment.locale} />
      {/* Without scripts the server answers with the form made ready for this reply. */}
      {answerable && (
        <a
          {...{ className: 'reply', href: `${path}?reply=${id}#respond`, rel: 'nofollow', 'data-name': name }}
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
