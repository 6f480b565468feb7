import type { Neighbour, PublishedChapter } from '@/lib/chapters/reading/types'
import { digits } from '@/lib/i18n/formats'
import { direction, type Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'
import { chapterPath } from '@/lib/i18n/paths'

/** The way on through the series. */
export function Neighbours({ chapter: { locale, previous, next } }: { chapter: PublishedChapter }) {
  if (!previous && !next) return null
  const here = words(locale).chapter
  return (
    <nav className="neighbours" aria-label={here.neighbours}>
      {previous && <Way locale={locale} rel="prev" label={here.previous} to={previous} />}
      {next && <Way locale={locale} rel="next" label={here.next} to={next} />}
    </nav>
  )
}

interface WayProps {
  locale: Locale
  rel: 'prev' | 'next'
  label: string
  to: Neighbour
}

const Way = ({ locale, rel, label, to }: WayProps) => (
  <a
    rel={rel}
    className={rel}
    href={chapterPath(locale, to.slug)}
    // As they lie on the page: in Arabic the next one is on the left.
    aria-keyshortcuts={(rel === 'next') === (direction(locale) === 'ltr') ? 'ArrowRight' : 'ArrowLeft'}
  >
    <small>{label}</small> <span className="figure">{digits(locale, to.number)}</span> <bdi>{to.title}</bdi>
  </a>
)
