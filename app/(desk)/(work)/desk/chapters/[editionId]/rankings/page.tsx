import type { Metadata } from 'next'
import { DeskNotFound } from '@/components/desk/frame/not-found'
import { RankingsPage } from '@/components/desk/rankings/rankings-page'
import { editionForWriting, rankingsForDesk } from '@/lib/chapters/writing/queries'
import { may } from '@/lib/people/permissions'
import { staffOrSignIn } from '../../../../../acting'
import { recordRankingAction, removeRankingAction } from './actions'

export const metadata: Metadata = { title: 'Rankings' }

export default async function ChapterRankingsPage({ params }: { params: Promise<{ editionId: string }> }) {
  const actor = await staffOrSignIn()
  const edition = await editionForWriting(actor, (await params).editionId)
  if (!edition) return <DeskNotFound what="This chapter" />
  return (
    <RankingsPage
      edition={edition}
      rankings={await rankingsForDesk(actor, edition.chapterId)}
      mayPublish={may(actor, 'publish chapters')}
      record={recordRankingAction}
      remove={removeRankingAction}
    />
  )
}
