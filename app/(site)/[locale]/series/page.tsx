import type { Metadata } from 'next'
import { SeriesList } from '@/components/chapters/counted-list'
import { Frame } from '@/components/site/frame'
import { Pages } from '@/components/site/pages'
import { locales } from '@/lib/i18n/locales'
import { allSeriesPath } from '@/lib/i18n/paths'
import { words } from '@/lib/i18n/words'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { readAllSeries } from '@/lib/site/reading'

interface Props {
  params: Promise<{ locale: string }>
}

const languages = locales.map((locale) => ({ locale, path: allSeriesPath(locale) }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOrMissing((await params).locale)
  return metadataOf({ locale, languages, ...words(locale).reading.allSeries })
}

export default async function AllSeriesPage({ params }: Props) {
  const locale = localeOrMissing((await params).locale)
  const { series, pages } = (await readAllSeries(locale))!
  const { title, none, all } = words(locale).reading.allSeries
  return (
    <Frame locale={locale} languages={languages}>
      <header className="list-title">
        <h1>{title}</h1>
      </header>
      {series.length === 0 && <p>{none}</p>}
      <SeriesList locale={locale} series={series} />
      <Pages
        locale={locale}
        after={pages > 1 ? { href: allSeriesPath(locale, pages), label: all } : undefined}
      />
    </Frame>
  )
}
