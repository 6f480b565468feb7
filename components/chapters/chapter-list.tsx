import type { ChapterCard, NamedSlug } from '@/lib/chapters/published'
import { day, digits } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { say, words } from '@/lib/i18n/words'
import { Sentence } from '@/components/site/sentence'
import { chapterPath, seriesPath } from '@/lib/i18n/paths'

interface Listed extends ChapterCard {
  series?: { slug: string; title: string }
  tags?: NamedSlug[]
}

interface ListProps {
  locale: Locale
  chapters: Listed[]
  /** The list begins with what is new: its first chapter is set larger. */
  newest?: boolean
}

/** Chapters one below the other, each with its numeral; with series and tags where the list is a mixed one. */
export function ChapterList({ locale, chapters, newest }: ListProps) {
  const here = words(locale).chapter
  return (
    <ol className={newest ? 'chapters newest' : 'chapters'} role="list">
      {chapters.map((chapter) => (
        <li key={chapter.slug}>
          <p className="figure" aria-hidden="true">
            {digits(locale, chapter.number)}
          </p>
          <article>
            {chapter.series && (
              <p className="kicker">
                <a href={seriesPath(locale, chapter.series.slug)}>{chapter.series.title}</a>
              </p>
            )}
            <h2>
              <a href={chapterPath(locale, chapter.slug)}>
                <span className="unseen">
                  {say(locale, here.number, { number: digits(locale, chapter.number) })}:{' '}
                </span>
                {chapter.title}
              </a>
            </h2>
            {chapter.summary && <p>{chapter.summary}</p>}
            <ul className="facts">
              <li>
                <Sentence text={here.published} name="date">
                  <time dateTime={chapter.publishedAt.toISOString()}>{day(locale, chapter.publishedAt)}</time>
                </Sentence>
              </li>
              {chapter.tags?.map((tag) => (
                <li key={tag.slug} className="tag">
                  {tag.name}
                </li>
              ))}
            </ul>
          </article>
        </li>
      ))}
    </ol>
  )
}
