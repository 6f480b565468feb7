import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChapterList } from '@/components/chapters/chapter-list'
import { Data } from '@/components/site/data'
import { Frame } from '@/components/site/frame'
import { Pages } from '@/components/site/pages'
import type { PublishedSeries } from '@/lib/chapters/reading/types'
import { digits } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { allSeriesPath, feedPath, seriesPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { pageInLanguages } from '@/lib/site/languages'
import { factsOfWay } from '@/lib/site/chapter-data'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { pageOrMissing } from '@/lib/site/addresses/numbers'
import { readSeries } from '@/lib/site/reading'
import { placeholder, parseSlugParam } from '@/lib/site/addresses/slug'

export const generateStaticParams = () => [{ slug: placeholder, page: [placeholder] }]

interface Props {
  params: Promise<{ locale: string; slug: string; page?: string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, series } = await seriesOf(params)
  const { title, slug } = series
  const description = say(locale, words(locale).series.description, { title })
  const feeds = [{ title, folder: feedPath(locale, 'series', slug) }]
  const shown = series.page > 1 ? `${title} · ${pageWord(locale, series)}` : title
  return metadataOf({ locale, title: shown, description, feeds, languages: languagesOf(series) })
}

export default async function SeriesPage({ params }: Props) {
  const { locale, series } = await seriesOf(params)
  const here = words(locale).series
  const { pages } = words(locale).reading
  const to = (page: number) => seriesPath(locale, series.slug, page)
  return (
    <Frame locale={locale} languages={languagesOf(series)}>
      <header className="list-title">
        <p className="kicker">{here.contents}</p>
        <h1>
          <bdi>{series.title}</bdi>
        </h1>
        <p className="facts">
          {say(locale, here.count, { count: series.total })}
          {series.pages > 1 && ` · ${pageWord(locale, series)}`}
        </p>
      </header>
      <ChapterList locale={locale} chapters={series.chapters} />
      <Pages
        locale={locale}
        before={series.page > 1 ? { href: to(series.page - 1), label: pages.previous } : undefined}
        after={series.page < series.pages ? { href: to(series.page + 1), label: pages.next } : undefined}
      />
      <Data json={factsOfWay(locale, ...wayTo(locale, series))} />
    </Frame>
  )
}

async function seriesOf(params: Props['params']) {
  const { locale: inPath, slug: encoded, page } = await params
  const locale = localeOrMissing(inPath)
  const slug = parseSlugParam(encoded) ?? notFound()
  const series = (await readSeries(locale, slug, pageOrMissing(page, { from: 2 }))) ?? notFound()
  return { locale, series }
}

const pageWord = (locale: Locale, { page, pages }: PublishedSeries) =>
  say(locale, words(locale).reading.pages.of, { page: digits(locale, page), pages: digits(locale, pages) })

const wayTo = (locale: Locale, { slug, title }: PublishedSeries) => [
  { name: words(locale).reading.nav.series, path: allSeriesPath(locale) },
  { name: title, path: seriesPath(locale, slug) },
]

const languagesOf = ({ slug, lists, page }: PublishedSeries) =>
  pageInLanguages(page, lists, (locale, number) => seriesPath(locale, slug, number))
