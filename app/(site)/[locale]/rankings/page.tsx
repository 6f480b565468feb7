import type { Metadata } from 'next'
import { RankingTable } from '@/components/chapters/rankings'
import { Frame } from '@/components/site/frame'
import { locales } from '@/lib/i18n/locales'
import { rankingsPath } from '@/lib/i18n/paths'
import { words } from '@/lib/i18n/words'
import { localeOrMissing } from '@/lib/site/locale'
import { metadataOf } from '@/lib/site/metadata'
import { readRankings } from '@/lib/site/reading'

interface Props {
  params: Promise<{ locale: string }>
}

const languages = locales.map((locale) => ({ locale, path: rankingsPath(locale) }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOrMissing((await params).locale)
  return metadataOf({ locale, languages, ...words(locale).reading.rankings })
}

export default async function RankingsPage({ params }: Props) {
  const locale = localeOrMissing((await params).locale)
  const rankings = await readRankings(locale)
  const { title, intro, none } = words(locale).reading.rankings
  return (
    <Frame locale={locale} languages={languages}>
      <div className="page">
        <h1>{title}</h1>
        <p className="lead">{intro}</p>
        {rankings.length > 0 ? <RankingTable locale={locale} rankings={rankings} /> : <p>{none}</p>}
      </div>
    </Frame>
  )
}
