import { Pages } from '@/components/site/pages'
import { asTree, type Thread } from '@/lib/comments/rules'
import type { Locale } from '@/lib/i18n/locales'
import { commentPath, commentsPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { Comment, type ShownComment } from './comment'
import { LanguageChoice } from './language-choice'

interface ThreadProps {
  locale: Locale
  /** The chapter's path. */
  path: string
  /** The folder of the feed that carries these comments. */
  feed?: string
  /** Does the chapter take comments? Then each can be answered. */
  open?: boolean
  threadDepth?: number
  order?: 'oldest first' | 'newest first'
  avatars?: 'initials' | 'pattern' | 'none'
  thread: {
    comments: ShownComment[]
    /** Those who are answered here and whose comment stands on another page. */
    answered: { id: string; name: string }[]
    total: number
    page: number
    pages: number
    /** The page that stands below the chapter. */
    home?: number
  }
}

/** What readers answered, replies below what they reply to; the rest on further pages. */
export function CommentThread({ locale, path, feed, thread, ...shown }: ThreadProps) {
  const { open = true, threadDepth, order, avatars = 'initials' } = shown
  const { comments, total, page, pages, home = 1 } = thread
  const { comments: here, reading } = words(locale)
  const threads = asTree(comments, threadDepth)
  if (order === 'newest first') threads.reverse()
  const answerable = open && threadDepth !== 1
  const spoken = [...new Set(comments.map((comment) => comment.locale))]
  const answered = new Map(thread.answered.map(({ id, name }) => [id, { name, href: commentPath(path, id) }]))
  for (const { id, name } of comments)
    answered.set(id, { name: name || here.anonymous, href: `#comment-${id}` })
  const to = (number: number, label: string) => ({
    href: `${commentsPath(path, number, home)}#comments`,
    label,
  })
  const place = { locale, replyAt: commentsPath(path, page, home), answered, answerable, avatars }
  return (
    <section id="comments" className={spoken.length > 1 ? 'comments multilingual' : 'comments'}>
      <h2>{say(locale, here.title, { count: total })}</h2>
      {spoken.length > 1 && <LanguageChoice locale={locale} spoken={spoken} />}
      {comments.length > 0 && <Level {...place} threads={threads} />}
      <Pages
        locale={locale}
        before={page > 1 ? to(page - 1, reading.threads.older) : undefined}
        after={page < pages ? to(page + 1, reading.threads.newer) : undefined}
      />
      {feed && total > 0 && (
        <p className="hint">
          <a href={`${feed}/atom.xml`}>{reading.threads.feed}</a>
        </p>
      )}
    </section>
  )
}

interface LevelProps {
  locale: Locale
  /** The comment below which they stand. */
  below?: string
  /** The page on which they stand: where the form for an answer is. */
  replyAt: string
  avatars: 'initials' | 'pattern' | 'none'
  /** Who may be answered, and where that comment is. */
  answered: ReadonlyMap<string, { name: string; href: string }>
  /** Can they be replied to? */
  answerable: boolean
  threads: Thread<ShownComment>[]
}

const Level = ({ threads, below, ...place }: LevelProps) => (
  <ol role="list">
    {threads.map(({ comment, replies }) => (
      <li key={comment.id}>
        <Comment
          {...place}
          comment={comment}
          answers={
            comment.parentId && comment.parentId !== below ? place.answered.get(comment.parentId) : undefined
          }
        />
        {replies.length > 0 && (
          <details open>
            <summary>
              {say(place.locale, words(place.locale).reading.threads.answers, { count: replies.length })}
            </summary>
            <Level {...place} threads={replies} below={comment.id} />
          </details>
        )}
      </li>
    ))}
  </ol>
)
