import type { Metadata } from 'next'
import { ChapterTable } from '@/components/desk/chapters/chapter-table'
import { deskChapters, editionCounts } from '@/lib/chapters/writing/list-queries'
import { staffOrSignIn } from '../../../acting'

export const metadata: Metadata = { title: 'Chapters' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ChaptersPage({ searchParams }: Props) {
  const actor = await staffOrSignIn()
  const asked = await searchParams
  const [list, counts] = await Promise.all([deskChapters(actor, asked), editionCounts(actor)])
  return <ChapterTable list={list} counts={counts} />
}
