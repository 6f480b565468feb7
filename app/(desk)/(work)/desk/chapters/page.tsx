import type { Metadata } from 'next'
import { ChapterTable } from '@/components/desk/chapters/chapter-table'
import { deskChapters, editionCounts } from '@/lib/chapters/writing/list-queries'
import { staffOrSignIn } from '../../../acting'
import { speakingTo, titled } from '../../../speaking'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('write chapters')
  return titled(actor, ({ chapters }) => chapters.title)
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ChaptersPage({ searchParams }: Props) {
  const actor = await staffOrSignIn('write chapters')
  const asked = await searchParams
  const [list, counts, { locale }] = await Promise.all([
    deskChapters(actor, asked),
    editionCounts(actor),
    speakingTo(actor),
  ])
  return <ChapterTable locale={locale} list={list} counts={counts} />
}
