import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChapterList } from '@/components/chapters/chapter-list'
import { Data } from '@/components/site/data'
import { Frame } from '@/components/site/frame'
import { Pages } from '@/components/site/pages'
import { pageLength } from '@/lib/chapters/rules'
import { digits, monthName } from '@/lib/i18n/formats'
import { locales, type Locale } from '@/lib/i18n/locales'
import { archivePath, monthPath, yearPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { pageInLanguages } from '@/lib/site/languages'
import { factsOfWay } from '@/lib/site/chapter-data'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { numberOrMissing, pageOrMissing } from '@/lib/site/addresses/numbers'
import { readMonth, readMonths } from '@/lib/site/reading'
import { placeholder } from '@/lib/site/addresses/slug'

export const generateStaticParams = () => [{ year: placeholder, month: placeholder, page: [placeholder] }]

interface Props {
  params: Promise<{ locale: string; year: string; month: string; page?: string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, year, month, title, languages } = await monthOf(params)
  const time = monthName(locale, year, month)
  const description = say(locale, words(locale).reading.archive.describe, { time })
  return metadataOf({ locale, title, description, languages })
}

export default async function MonthPage({ params }: Props) {
  const { locale, year, month, title, languages, list } = await monthOf(params)
  const { pages, archive } = words(locale).reading
  const to = (page: number) => monthPath(locale, year, month, page)
  return (
    <Frame locale={locale} languages={languages}>
      <header className="list-title">
        <p className="kicker">
          <a href={yearPath(locale, year)}>{say(locale, archive.inYear, { year: digits(locale, year) })}</a>
        </p>
        <h1>{title}</h1>
        <p className="facts">{say(locale, words(locale).series.count, { count: list.total })}</p>
      </header>
      <ChapterList locale={locale} chapters={list.chapters} />
      <Pages
        locale={locale}
        before={list.page > 1 ? { href: to(list.page - 1), label: pages.previous } : undefined}
        after={list.page < list.pages ? { href: to(list.page + 1), label: pages.next } : undefined}
      />
      <Data json={factsOfWay(locale, ...wayTo(locale, year, month))} />
    </Frame>
  )
}

const wayTo = (locale: Locale, year: number, month: number) => [
  { name: words(locale).reading.archive.title, path: archivePath(locale) },
  { name: digits(locale, year), path: yearPath(locale, year) },
  { name: monthName(locale, year, month), path: monthPath(locale, year, month) },
]

async function monthOf(params: Props['params']) {
  const { locale: inPath, year: askedYear, month: askedMonth, page: rest } = await params
  const locale = localeOrMissing(inPath)
  const year = numberOrMissing(askedYear, { from: 1970, to: 9999 })
  const month = numberOrMissing(askedMonth, { to: 12, places: 2 })
  const page = pageOrMissing(rest, { from: 2 })
  const list = (await readMonth(locale, year, month, page)) ?? notFound()
  const lists = await Promise.all(
    locales.map(async (one) => {
      const count = (await readMonths(one)).find((count) => count.year === year && count.month === month)
      return { locale: one, pages: Math.ceil((count?.chapters ?? 0) / pageLength.month) }
    }),
  )
  const languages = pageInLanguages(
    list.page,
    lists.filter(({ pages }) => pages > 0),
    (one, number) => monthPath(one, year, month, number),
  )
  const title = say(locale, words(locale).reading.archive.inMonth, { month: monthName(locale, year, month) })
  return { locale, year, month, list, title, languages }
}
