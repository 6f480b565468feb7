import { Sentence } from '@/components/site/sentence'
import type { ChapterSummary, NamedSlug, SnippetPart } from '@/lib/chapters/reading/types'
import { day, digits } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { chapterPath, seriesPath, tagPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'

interface ListEntry extends ChapterSummary {
  series?: { slug: string; title: string }
  tags?: NamedSlug[]
  /** Stands in place of the summary: the words that a search found. */
  snippet?: SnippetPart[]
  /** What this list has to say about the chapter. */
  note?: string
}

interface ListProps {
  locale: Locale
  chapters: ListEntry[]
  /** The list begins with what is new: its first chapter is set larger. */
  newest?: boolean
}

/** Chapters one below the other, each with its numeral; with series and tags where the list is a mixed one. */
export const ChapterList = ({ locale, chapters, newest }: ListProps) => (
  <ol
    className={newest ? 'chapters newest' : 'chapters'}
    role="list"
    data-read={words(locale).reading.comfort.read}
  >
    {chapters.map((chapter) => (
      <li key={chapter.slug}>
        <p className="figure" aria-hidden="true">
          {digits(locale, chapter.number)}
        </p>
        <Card locale={locale} chapter={chapter} />
      </li>
    ))}
  </ol>
)

function Card({ locale, chapter }: { locale: Locale; chapter: ListEntry }) {
  const here = words(locale).chapter
  const number = say(locale, here.number, { number: digits(locale, chapter.number) })
  return (
    <article>
      {chapter.series && (
        <p className="kicker">
          <a href={seriesPath(locale, chapter.series.slug)}>
            <bdi>{chapter.series.title}</bdi>
          </a>
        </p>
      )}
      <h2>
        <a href={chapterPath(locale, chapter.slug)}>
          <span className="unseen">{number}: </span>
          <bdi>{chapter.title}</bdi>
        </a>
      </h2>
      {chapter.snippet ? <Snippet pieces={chapter.snippet} /> : chapter.summary && <p>{chapter.summary}</p>}
      <ul className="facts">
        <li>
          <Sentence text={here.published} name="date">
            <time dateTime={chapter.publishedAt.toISOString()}>{day(locale, chapter.publishedAt)}</time>
          </Sentence>
        </li>
        {chapter.note && <li>{chapter.note}</li>}
        {chapter.tags?.map((tag) => (
          <li key={tag.slug} className="tag">
            <a href={tagPath(locale, tag.slug)}>
              <bdi>{tag.name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </article>
  )
}

const Snippet = ({ pieces }: { pieces: SnippetPart[] }) => (
  <p>{pieces.map(({ text, marked }, place) => (marked ? <mark key={place}>{text}</mark> : text))}</p>
)
