import type { Metadata } from 'next'
import { DeskNotFound } from '@/components/desk/frame/not-found'
import { GiveWords } from '@/components/desk/language/words'
import { RankingsPage } from '@/components/desk/rankings/rankings-page'
import { editionForWriting, rankingsForDesk } from '@/lib/chapters/writing/queries'
import { may } from '@/lib/people/permissions'
import { staffOrSignIn } from '../../../../../acting'
import { speakingTo, titled } from '../../../../../speaking'
import { recordRankingAction, removeRankingAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('write chapters')
  return titled(actor, ({ rankings }) => rankings.title)
}

export default async function ChapterRankingsPage({ params }: { params: Promise<{ editionId: string }> }) {
  const actor = await staffOrSignIn('write chapters')
  const edition = await editionForWriting(actor, (await params).editionId)
  if (!edition) return <DeskNotFound what="chapter" />
  const { locale, words } = await speakingTo(actor)
  return (
    <GiveWords words={{ rankings: words.rankings, problems: words.problems }}>
      <RankingsPage
        locale={locale}
        edition={edition}
        rankings={await rankingsForDesk(actor, edition.chapterId)}
        mayPublish={may(actor, 'publish chapters')}
        record={recordRankingAction}
        remove={removeRankingAction}
      />
    </GiveWords>
  )
}
