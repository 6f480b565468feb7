import type { AuthorComment } from '@/lib/comments/author/queries'
import type { Locale } from '@/lib/i18n/locales'
import { authorWords } from '@/lib/i18n/author-words'
import { say } from '@/lib/i18n/words'
import { chapterPath } from '@/lib/i18n/paths'

/** What has become of a comment, in a sentence or two for its author. */
export function AuthorCommentState({ locale, comment }: { locale: Locale; comment: AuthorComment }) {
  const here = authorWords(locale)
  const { status, chapter, id, erased, decision } = comment
  if (erased) return <Told text={here.erased} />
  if (status === 'pending') return <Told text={here.waiting} more={here.waitingMore} />
  if (status === 'approved')
    return (
      <div className="received" role="status">
        <p>
          <strong>{here.approved}</strong>
        </p>
        <p>
          <a href={`${chapterPath(chapter.locale, chapter.slug)}#comment-${id}`}>{here.approvedLink}</a>
        </p>
      </div>
    )
  if (decision?.byAuthor) return <Told text={here.withdrawn} />
  return <Told text={here.notPublished} more={whyNot(locale, comment)} />
}

// What our own rules found is for the staff: it would teach a spammer. What a person wrote is for the author.
function whyNot(locale: Locale, { status, decision }: AuthorComment) {
  const here = authorWords(locale)
  const reason = decision?.byPerson && decision.reason
  const said = status === 'spam' ? here.takenForSpam : decision?.byPerson ? here.decided : here.words
  return reason ? `${said} ${say(locale, here.reason, { reason })}` : said
}

const Told = ({ text, more }: { text: string; more?: string }) => (
  <div className="received" role="status">
    <p>
      <strong>{text}</strong>
    </p>
    {more && <p>{more}</p>}
  </div>
)
