import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SeriesList } from '@/components/chapters/counted-list'
import { Frame } from '@/components/site/frame'
import { Pages } from '@/components/site/pages'
import { digits } from '@/lib/i18n/formats'
import { locales } from '@/lib/i18n/locales'
import { allSeriesPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { pageInLanguages } from '@/lib/site/languages'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { numberOrMissing } from '@/lib/site/addresses/numbers'
import { readAllSeries, readSeriesPages } from '@/lib/site/reading'
import { placeholder } from '@/lib/site/addresses/slug'

export const generateStaticParams = () => [{ number: placeholder }]

interface Props {
  params: Promise<{ locale: string; number: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number, title, languages } = await pageOf(params)
  const { describe } = words(locale).reading.allSeries
  return metadataOf({
    locale,
    title,
    description: say(locale, describe, { page: digits(locale, number) }),
    languages,
  })
}

/** All series in the order in which they began, counted from the first: what stands on a page stays there. */
export default async function NumberedSeriesPage({ params }: Props) {
  const { locale, number, title, languages, series, pages } = await pageOf(params)
  const { previous, next } = words(locale).reading.pages
  const newer = number < pages ? number + 1 : undefined
  return (
    <Frame locale={locale} languages={languages}>
      <header className="list-title">
        <h1>{title}</h1>
      </header>
      <SeriesList locale={locale} series={series} />
      <Pages
        locale={locale}
        before={{ href: allSeriesPath(locale, newer), label: previous }}
        after={number > 1 ? { href: allSeriesPath(locale, number - 1), label: next } : undefined}
      />
    </Frame>
  )
}

async function pageOf(params: Props['params']) {
  const { locale: inPath, number: asked } = await params
  const locale = localeOrMissing(inPath)
  const number = numberOrMissing(asked)
  const title = say(locale, words(locale).reading.allSeries.numbered, { page: digits(locale, number) })
  const { series, pages } = (await readAllSeries(locale, number)) ?? notFound()
  const lists = await Promise.all(
    locales.map(async (one) => ({ locale: one, pages: await readSeriesPages(one) })),
  )
  return { locale, number, title, languages: pageInLanguages(number, lists, allSeriesPath), series, pages }
}
