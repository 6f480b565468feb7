import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readSearch } from '@/lib/chapters/read-search'
import { localeOrMissing } from '@/lib/site/locale'
import { placeholder } from '@/lib/site/slug'
import { SearchView, searchMetadata } from '../view'

// Reading pages know nothing of a request's query: the server hands it on as a part of the path
// (`pathInside` in lib/server/address.ts). From outside there is no such address.

export const generateStaticParams = () => [{ query: placeholder }]

interface Props {
  params: Promise<{ locale: string; query: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, search } = await searchIn(params)
  return searchMetadata(locale, search)
}

export default async function FoundPage({ params }: Props) {
  return <SearchView {...await searchIn(params)} />
}

async function searchIn(params: Props['params']) {
  const { locale, query } = await params
  if (query === placeholder) notFound()
  const search = readSearch(new URLSearchParams(Buffer.from(query, 'base64url').toString()))
  return { locale: localeOrMissing(locale), search }
}
