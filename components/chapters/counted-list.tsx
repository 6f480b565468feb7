import type { SeriesSummary } from '@/lib/chapters/reading/types'
import { digits } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { seriesPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'

/** Series, tags, years or months, each with how many chapters it has. */
export const CountedList = ({
  locale,
  items,
  dense,
}: {
  locale: Locale
  items: { href: string; name: string; chapters: number }[]
  /** Many short names: in columns, with figures alone. */
  dense?: boolean
}) => (
  <ul className={dense ? 'counted dense' : 'counted'}>
    {items.map(({ href, name, chapters }) => {
      const count = say(locale, words(locale).series.count, { count: chapters })
      return (
        <li key={href}>
          <a href={href}>
            <bdi>{name}</bdi>
          </a>{' '}
          <span title={count}>{dense ? digits(locale, chapters) : count}</span>
        </li>
      )
    })}
  </ul>
)

export const SeriesList = ({ locale, series }: { locale: Locale; series: SeriesSummary[] }) => (
  <CountedList
    locale={locale}
    items={series.map(({ slug, title, chapters }) => ({
      href: seriesPath(locale, slug),
      name: title,
      chapters,
    }))}
  />
)
