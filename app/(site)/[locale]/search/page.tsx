import type { Metadata } from 'next'
import { SearchView, searchMetadata } from './view'
import { localeOrMissing } from '@/lib/site/locale'

interface Props {
  params: Promise<{ locale: string }>
}

const nothingYet = { q: '', page: 1 }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  searchMetadata(localeOrMissing((await params).locale), nothingYet)

export default async function EmptySearchPage({ params }: Props) {
  return <SearchView locale={localeOrMissing((await params).locale)} search={nothingYet} />
}
