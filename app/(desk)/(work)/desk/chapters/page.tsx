import type { Metadata } from 'next'
import { ChapterTable } from '@/components/desk/chapters/chapter-table'
import { editionList } from '@/lib/chapters/writing/queries'
import { staffOrSignIn } from '../../../acting'

export const metadata: Metadata = { title: 'Chapters' }

export default async function ChaptersPage() {
  const actor = await staffOrSignIn()
  return <ChapterTable editions={await editionList(actor)} />
}
