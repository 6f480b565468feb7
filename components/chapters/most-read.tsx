import type { MostRead, TagSummary } from '@/lib/chapters/reading/types'
import { periods, type Period } from '@/lib/chapters/rules'
import type { Locale } from '@/lib/i18n/locales'
import { mostReadPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { ChapterList } from './chapter-list'

interface MostReadProps {
  locale: Locale
  days: Period
  tag?: { slug: string; name: string }
  tags: TagSummary[]
  chapters: MostRead[]
}

/** The most read chapters of a period, of all or of one tag, and how they are counted. */
export function MostReadPage({ locale, days, tag, tags, chapters }: MostReadProps) {
  const here = words(locale).reading.mostRead
  const counted = chapters.map((chapter) => ({
    ...chapter,
    note: say(locale, here.reads, { count: chapter.reads }),
  }))
  return (
    <>
      <header className="list-title">
        <h1>{tag ? say(locale, here.titleTag, { tag: tag.name }) : here.title}</h1>
        <p className="facts">{here.how}</p>
      </header>
      <nav className="choices" aria-label={here.periods}>
        {periods.map((one) => (
          <a
            key={one}
            href={mostReadPath(locale, one, tag?.slug)}
            aria-current={one === days ? 'true' : undefined}
          >
            {say(locale, here.days, { days: one })}
          </a>
        ))}
      </nav>
      {tags.length > 0 && (
        <nav className="choices" aria-label={here.byTag}>
          <a href={mostReadPath(locale, days)} aria-current={tag ? undefined : 'true'}>
            {here.allTags}
          </a>
          {tags.map((one) => (
            <a
              key={one.slug}
              href={mostReadPath(locale, days, one.slug)}
              aria-current={one.slug === tag?.slug ? 'true' : undefined}
            >
              <bdi>{one.name}</bdi>
            </a>
          ))}
        </nav>
      )}
      {counted.length > 0 ? (
        <ChapterList locale={locale} chapters={counted} />
      ) : (
        <p className="page">{here.none}</p>
      )}
    </>
  )
}
