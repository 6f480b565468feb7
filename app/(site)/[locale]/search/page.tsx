import type { Metadata } from 'next'
import { SearchPage } from '@/components/chapters/search-page'
import { Frame } from '@/components/site/frame'
import type { Narrowing } from '@/lib/chapters/reading/types'
import type { Locale } from '@/lib/i18n/locales'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { readAllSeries, readMostSearched, readTags } from '@/lib/site/reading'
import { searchInLanguages, searchMetadata } from '@/lib/site/search'

interface Props {
  params: Promise<{ locale: string }>
}

const nothingYet = { q: '', page: 1 }
const nothingFound = { found: [], total: 0, more: false, alike: false, common: false }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  searchMetadata(localeOrMissing((await params).locale), nothingYet)

/** The page to search from. What a search finds is shown by `app/direct-pages.tsx`. */
export default async function EmptySearchPage({ params }: Props) {
  const locale = localeOrMissing((await params).locale)
  const often = (await readMostSearched(locale)).map(({ words }) => words)
  return (
    <Frame locale={locale} languages={searchInLanguages(locale, nothingYet)}>
      <SearchPage
        locale={locale}
        search={nothingYet}
        answer={nothingFound}
        often={often}
        narrowing={await everything(locale)}
      />
    </Frame>
  )
}

// A list to choose from and not to read: the tags that most chapters have.
const mostTags = 60

/** What any search may be narrowed to, before there is one. */
async function everything(locale: Locale): Promise<Narrowing> {
  const [list, tags] = await Promise.all([readAllSeries(locale), readTags(locale)])
  const most = tags.toSorted((one, other) => other.chapters - one.chapters).slice(0, mostTags)
  return {
    series: list!.series.map(({ slug, title, chapters }) => ({ slug, name: title, chapters })),
    tags: tags.filter((tag) => most.includes(tag)),
  }
}
