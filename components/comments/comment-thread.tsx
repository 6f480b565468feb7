import { Pages } from '@/components/site/pages'
import { asTree, type Thread } from '@/lib/comments/rules'
import type { Locale } from '@/lib/i18n/locales'
import { commentsPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { Comment, type ShownComment } from './comment'
import { LanguageChoice } from './language-choice'

interface ThreadProps {
  locale: Locale
  /** The chapter's path. */
  path: string
  /** The folder of the feed that carries these comments. */
  feed?: string
  thread: {
    comments: ShownComment[]
    /** Those who are answered here and whose comment stands on another page. */
    answered: { id: string; name: string }[]
    total: number
    page: number
    pages: number
  }
}

/** What readers answered, oldest first, replies below what they reply to; the rest on further pages. */
export function CommentThread({ locale, path, feed, thread }: ThreadProps) {
  const { comments, total, page, pages } = thread
  const { comments: here, reading } = words(locale)
  const spoken = [...new Set(comments.map((comment) => comment.locale))]
  const names = new Map(thread.answered.map(({ id, name }) => [id, name]))
  const to = (number: number, label: string) => ({ href: `${commentsPath(path, number)}#comments`, label })
  return (
    <section id="comments" className="comments">
      <h2>{say(locale, here.title, { count: total })}</h2>
      {spoken.length > 1 && <LanguageChoice locale={locale} spoken={spoken} />}
      {comments.length > 0 && <Level {...{ locale, path, page, names }} threads={asTree(comments)} />}
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
  path: string
  page: number
  names: ReadonlyMap<string, string>
  threads: Thread<ShownComment>[]
}

const Level = ({ threads, ...place }: LevelProps) => (
  <ol role="list">
    {threads.map(({ comment, replies }) => (
      <li key={comment.id}>
        <Comment {...place} comment={comment} answers={place.names.get(comment.parentId ?? '')} />
        {replies.length > 0 && (
          <details open>
            <summary>
              {say(place.locale, words(place.locale).reading.threads.answers, { count: replies.length })}
            </summary>
            <Level {...place} threads={replies} />
          </details>
        )}
      </li>
    ))}
  </ol>
)
