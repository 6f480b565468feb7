import type { Metadata } from 'next'
import { CountedList } from '@/components/chapters/counted-list'
import { Data } from '@/components/site/data'
import { Frame } from '@/components/site/frame'
import type { MonthCount } from '@/lib/chapters/reading/types'
import { digits, monthName } from '@/lib/i18n/formats'
import { locales, type Locale } from '@/lib/i18n/locales'
import { archivePath, monthPath, yearPath } from '@/lib/i18n/paths'
import { words } from '@/lib/i18n/words'
import { factsOfWay } from '@/lib/site/chapter-data'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { readMonths } from '@/lib/site/reading'

interface Props {
  params: Promise<{ locale: string }>
}

const languages = locales.map((locale) => ({ locale, path: archivePath(locale) }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOrMissing((await params).locale)
  return metadataOf({ locale, languages, ...words(locale).reading.archive })
}

export default async function ArchivePage({ params }: Props) {
  const locale = localeOrMissing((await params).locale)
  const months = await readMonths(locale)
  const years = [...new Set(months.map(({ year }) => year))]
  const { title, none } = words(locale).reading.archive
  return (
    <Frame locale={locale} languages={languages}>
      <header className="list-title">
        <h1>{title}</h1>
      </header>
      {years.length === 0 && <p>{none}</p>}
      {years.map((year) => (
        <Year key={year} locale={locale} year={year} months={months.filter((one) => one.year === year)} />
      ))}
      <Data json={factsOfWay(locale, { name: title, path: archivePath(locale) })} />
    </Frame>
  )
}

const Year = ({ locale, year, months }: { locale: Locale; year: number; months: MonthCount[] }) => (
  <section className="year">
    <h2>
      <a href={yearPath(locale, year)}>{digits(locale, year)}</a>
    </h2>
    <CountedList
      dense
      locale={locale}
      items={months.map(({ month, chapters }) => ({
        href: monthPath(locale, year, month),
        name: monthName(locale, year, month),
        chapters,
      }))}
    />
  </section>
)
