import { digits } from '@/lib/i18n/formats'
import type { ChapterRanking, PublishedChapter } from '@/lib/chapters/reading/types'
import { Linked } from '@/components/site/linked'
import { shownSource } from '@/lib/chapters/rules'
import { forPage } from '@/lib/chapters/document/for-page'
import { Sentence } from '@/components/site/sentence'
import { isolated } from '@/lib/i18n/isolated'
import { chapterPath, seriesPath, tagPath, translatorPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { ChapterFacts } from './chapter-facts'
import { Neighbours } from './neighbours'
import { ChapterRankings } from './rankings'

/** A chapter as it is read: numeral and title, the summary on top, the text, where it comes from, its neighbours. */
export function ChapterArticle({ chapter, rankings = [] }: ArticleProps) {
  const { locale, number, series, previous, next } = chapter
  const here = words(locale).chapter
  return (
    <article
      className="chapter"
      data-edition={chapter.editionId}
      data-path={chapterPath(locale, chapter.slug)}
      data-title={chapter.title}
    >
      <header>
        <p className="kicker">
          <a href={seriesPath(locale, series.slug)}>
            <bdi>{series.title}</bdi>
          </a>
          <span className="beside">
            {previous && <a href={chapterPath(locale, previous.slug)}>{here.previous}</a>}{' '}
            {next && <a href={chapterPath(locale, next.slug)}>{here.next}</a>}
          </span>
        </p>
        <h1>
          <span className="numeral">{say(locale, here.number, { number: digits(locale, number) })}</span>
          <bdi>{chapter.title}</bdi>
        </h1>
        {chapter.summary && (
          <section className="summary" aria-label={here.summary}>
            <p>{chapter.summary}</p>
          </section>
        )}
        <ChapterFacts chapter={chapter} />
      </header>
      {/* Rendered from the chapter's schema on the server; every text in it is escaped there. */}
      <div className="body" dangerouslySetInnerHTML={{ __html: forPage(chapter.html) }} />
      <Colophon chapter={chapter} />
      <ChapterRankings locale={locale} rankings={rankings} />
      <Neighbours chapter={chapter} />
    </article>
  )
}

interface ArticleProps {
  chapter: PublishedChapter
  rankings?: ChapterRanking[]
}

function Colophon({ chapter: { locale, source, translator, tags } }: { chapter: PublishedChapter }) {
  const here = words(locale).chapter
  return (
    <footer className="colophon">
      {translator && (
        <p>
          <Sentence text={here.translator} name="name">
            {translator.slug ? (
              <a href={translatorPath(locale, translator.slug)}>
                <bdi>{translator.name}</bdi>
              </a>
            ) : (
              <bdi>{translator.name}</bdi>
            )}
          </Sentence>
        </p>
      )}
      {source && (
        <p>
          <Sentence text={here.source} name="source">
            <Linked text={isolated(locale, shownSource(source))} />
          </Sentence>
        </p>
      )}
      {tags.length > 0 && (
        <ul className="tags" aria-label={here.tags}>
          {tags.map((tag) => (
            <li key={tag.slug}>
              <a href={tagPath(locale, tag.slug)}>
                <bdi>{tag.name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </footer>
  )
}
