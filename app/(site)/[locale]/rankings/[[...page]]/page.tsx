import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RankingTable } from '@/components/chapters/rankings'
import { Data } from '@/components/site/data'
import { Frame } from '@/components/site/frame'
import { Pages } from '@/components/site/pages'
import { pageLength } from '@/lib/chapters/rules'
import { digits } from '@/lib/i18n/formats'
import { locales } from '@/lib/i18n/locales'
import { rankingsPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { pageInLanguages } from '@/lib/site/languages'
import { factsOfWay } from '@/lib/site/chapter-data'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { pageOrMissing } from '@/lib/site/addresses/numbers'
import { readRankings } from '@/lib/site/reading'
import { placeholder } from '@/lib/site/addresses/slug'

export const generateStaticParams = () => [{ page: [placeholder] }]

interface Props {
  params: Promise<{ locale: string; page?: string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, title, languages } = await pageOf(params)
  const { description } = words(locale).reading.rankings
  return metadataOf({ locale, title, description, languages })
}

export default async function RankingsPage({ params }: Props) {
  const { locale, title, languages, list } = await pageOf(params)
  const { reading } = words(locale)
  const { intro, none } = reading.rankings
  return (
    <Frame locale={locale} languages={languages}>
      <div className="page">
        <h1>{title}</h1>
        <p className="lead">{intro}</p>
        {list.total > 0 ? <RankingTable locale={locale} rankings={list.items} /> : <p>{none}</p>}
      </div>
      <Pages
        locale={locale}
        before={
          list.page === undefined
            ? undefined
            : { href: rankingsPath(locale, list.newer), label: reading.pages.previous }
        }
        after={
          list.older === undefined
            ? undefined
            : { href: rankingsPath(locale, list.older), label: reading.pages.next }
        }
      />
      <Data json={factsOfWay(locale, { name: reading.rankings.title, path: rankingsPath(locale) })} />
    </Frame>
  )
}

async function pageOf(params: Props['params']) {
  const { locale: inPath, page: rest } = await params
  const locale = localeOrMissing(inPath)
  const page = pageOrMissing(rest)
  const list = (await readRankings(locale, page)) ?? notFound()
  const lists = await Promise.all(
    locales.map(async (one) => {
      const { total } = one === locale ? list : (await readRankings(one))!
      return { locale: one, pages: Math.ceil(total / pageLength.rankings) }
    }),
  )
  const { rankings, pages } = words(locale).reading
  return {
    locale,
    list,
    languages: pageInLanguages(page, lists, rankingsPath),
    title:
      page === undefined
        ? rankings.title
        : `${rankings.title} · ${say(locale, pages.page, { page: digits(locale, page) })}`,
  }
}
