import { Pages } from '@/components/site/pages'
import {
  asThread,
  countReplies,
  isRemoved,
  takesReplies,
  type Removed,
  type Thread,
} from '@/lib/comments/rules'
import { isLocale, regionalTag, type Locale } from '@/lib/i18n/locales'
import { shownName } from '@/lib/i18n/names'
import { commentPath, commentsPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { Comment, type Answered, type ShownComment } from './comment'
import { LanguageChoice } from './language-choice'
import { RemovedComment } from './removed-comment'

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
    /** What was removed and is answered here. */
    removed?: Removed[]
    /** The languages of the whole thread. */
    languages?: string[]
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
  const { comments, removed = [], total, page, pages, home = 1 } = thread
  const { comments: here, reading } = words(locale)
  const threads = asThread(comments, removed, threadDepth)
  if (order === 'newest first') threads.reverse()
  const answerable = takesReplies({ open, threadDepth })
  const spoken = (thread.languages ?? [...new Set(comments.map((comment) => comment.locale))]).filter(
    isLocale,
  )
  const answered = new Map<string, Answered>(removed.map(({ id }) => [id, 'removed']))
  for (const { id, name } of thread.answered)
    answered.set(id, { name: shownName(locale, name), href: commentPath(path, id) })
  for (const { id, name } of comments)
    answered.set(id, { name: shownName(locale, name), href: `#comment-${id}` })
  const place = { locale, replyAt: commentsPath(path, page, home), answered, answerable, avatars }
  return (
    <section
      id="comments"
      lang={regionalTag(locale)}
      className={spoken.length > 1 ? 'comments multilingual' : 'comments'}
    >
      <h2>{say(locale, here.title, { count: total })}</h2>
      {spoken.length > 1 && <LanguageChoice locale={locale} spoken={spoken} />}
      {spoken.length > 1 && <p className="hint none-here">{reading.threads.noneHere}</p>}
      {comments.length > 0 && <Level {...place} threads={threads} />}
      <div className="in-all">
        <ThreadPages locale={locale} path={path} page={page} pages={pages} home={home} />
      </div>
      {/* The choice of a language goes with whoever turns the page; the stylesheet shows the way that keeps it. */}
      {pages > 1 &&
        spoken.length > 1 &&
        spoken.map((one) => (
          <div key={one} className={`in-${one}`} hidden>
            <ThreadPages locale={locale} path={path} page={page} pages={pages} home={home} only={one} />
          </div>
        ))}
      {feed && total > 0 && (
        <p className="hint">
          <a href={`${feed}/atom.xml`}>{reading.threads.feed}</a>
        </p>
      )}
    </section>
  )
}

interface ThreadPagesProps {
  locale: Locale
  path: string
  page: number
  pages: number
  home: number
  /** The one language whose comments are shown. */
  only?: Locale
}

function ThreadPages({ locale, path, page, pages, home, only }: ThreadPagesProps) {
  const { older, newer } = words(locale).reading.threads
  const to = (number: number, label: string) => ({
    href: `${commentsPath(path, number, home, only)}#comments`,
    label,
  })
  return (
    <Pages
      locale={locale}
      before={page > 1 ? to(page - 1, older) : undefined}
      after={page < pages ? to(page + 1, newer) : undefined}
    />
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
  answered: ReadonlyMap<string, Answered>
  /** Can they be replied to? */
  answerable: boolean
  threads: Thread<ShownComment | Removed>[]
}

const Level = ({ threads, below, ...place }: LevelProps) => (
  <ol role="list">
    {threads.map(({ comment, replies }) => {
      const { id, parentId } = comment
      const answers = parentId && parentId !== below ? place.answered.get(parentId) : undefined
      return (
        <li key={id}>
          {isRemoved(comment) ? (
            <RemovedComment locale={place.locale} answers={answers} />
          ) : (
            <Comment {...place} comment={comment} answers={answers} />
          )}
          {replies.length > 0 && (
            <details open>
              <summary>
                {say(place.locale, words(place.locale).reading.threads.answers, {
                  count: countReplies(replies),
                })}
              </summary>
              <Level {...place} threads={replies} below={id} />
            </details>
          )}
        </li>
      )
    })}
  </ol>
)
