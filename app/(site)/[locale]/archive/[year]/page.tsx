import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CountedList } from '@/components/chapters/counted-list'
import { Data } from '@/components/site/data'
import { Frame } from '@/components/site/frame'
import { digits, monthName } from '@/lib/i18n/formats'
import { locales, type Locale } from '@/lib/i18n/locales'
import { archivePath, monthPath, yearPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { factsOfWay } from '@/lib/site/chapter-data'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { numberOrMissing } from '@/lib/site/addresses/numbers'
import { readMonths } from '@/lib/site/reading'
import { placeholder } from '@/lib/site/addresses/slug'

export const generateStaticParams = () => [{ year: placeholder }]

interface Props {
  params: Promise<{ locale: string; year: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, title, year, languages } = await yearOf(params)
  const description = say(locale, words(locale).reading.archive.describe, { time: digits(locale, year) })
  return metadataOf({ locale, title, description, languages })
}

export default async function YearPage({ params }: Props) {
  const { locale, title, year, months, languages } = await yearOf(params)
  return (
    <Frame locale={locale} languages={languages}>
      <header className="list-title">
        <p className="kicker">
          <a href={archivePath(locale)}>{words(locale).reading.archive.title}</a>
        </p>
        <h1>{title}</h1>
      </header>
      <CountedList
        locale={locale}
        items={months.map(({ month, chapters }) => ({
          href: monthPath(locale, year, month),
          name: monthName(locale, year, month),
          chapters,
        }))}
      />
      <Data json={factsOfWay(locale, ...wayTo(locale, year))} />
    </Frame>
  )
}

const wayTo = (locale: Locale, year: number) => [
  { name: words(locale).reading.archive.title, path: archivePath(locale) },
  { name: digits(locale, year), path: yearPath(locale, year) },
]

async function yearOf(params: Props['params']) {
  const { locale: inPath, year: asked } = await params
  const locale = localeOrMissing(inPath)
  const year = numberOrMissing(asked, { from: 1970, to: 9999 })
  const everywhere = await Promise.all(
    locales.map(async (one) => ({
      locale: one,
      months: (await readMonths(one)).filter((month) => month.year === year),
    })),
  )
  const months = everywhere.find((one) => one.locale === locale)!.months
  if (months.length === 0) notFound()
  return {
    locale,
    year,
    months,
    title: say(locale, words(locale).reading.archive.inYear, { year: digits(locale, year) }),
    languages: everywhere
      .filter((one) => one.months.length > 0)
      .map((one) => ({ locale: one.locale, path: yearPath(one.locale, year) })),
  }
}
