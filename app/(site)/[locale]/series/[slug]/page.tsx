import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChapterList } from '@/components/chapters/chapter-list'
import { Frame } from '@/components/site/frame'
import { seriesPath } from '@/lib/i18n/paths'
import type { PublishedSeries } from '@/lib/chapters/published'
import { say, words } from '@/lib/i18n/words'
import { localeOrMissing } from '@/lib/site/locale'
import { metadataOf } from '@/lib/site/metadata'
import { readSeries } from '@/lib/site/reading'
import { placeholder, slugOf } from '@/lib/site/slug'

export const generateStaticParams = () => [{ slug: placeholder }]

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, series } = await seriesOf(params)
  const { title } = series
  const description = say(locale, words(locale).series.description, { title })
  return metadataOf({ locale, title, description, languages: languagesOf(series) })
}

export default async function SeriesPage({ params }: Props) {
  const { locale, series } = await seriesOf(params)
  const here = words(locale).series
  return (
    <Frame locale={locale} languages={languagesOf(series)}>
      <header className="list-title">
        <p className="kicker">{here.contents}</p>
        <h1>{series.title}</h1>
        <p className="facts">{say(locale, here.count, { count: series.chapters.length })}</p>
      </header>
      <ChapterList locale={locale} chapters={series.chapters} />
    </Frame>
  )
}

async function seriesOf(params: Props['params']) {
  const { locale: inPath, slug: encoded } = await params
  const locale = localeOrMissing(inPath)
  const slug = slugOf(encoded) ?? notFound()
  return { locale, series: (await readSeries(locale, slug)) ?? notFound() }
}

const languagesOf = ({ slug, locales }: PublishedSeries) =>
  locales.map((locale) => ({ locale, path: seriesPath(locale, slug) }))
