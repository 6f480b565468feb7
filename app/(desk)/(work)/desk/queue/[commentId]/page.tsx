import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GiveWords } from '@/components/desk/language/words'
import { HistoryPanel } from '@/components/desk/queue/card/comment-history'
import { commentHistory } from '@/lib/moderation/decisions/history-queries'
import { staffOrSignIn } from '../../../../acting'
import { speakingTo, titled } from '../../../../speaking'
import { checkAgainAction } from '../../spam/actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn()
  return titled(actor, ({ queue }) => queue.one.title)
}

export default async function CommentHistoryPage({ params }: { params: Promise<{ commentId: string }> }) {
  const actor = await staffOrSignIn()
  const { commentId } = await params
  const history = (await commentHistory(actor, commentId)) ?? notFound()
  const { locale, words } = await speakingTo(actor)
  return (
    <GiveWords words={{ problems: words.problems }}>
      <HistoryPanel locale={locale} history={history} checkAgain={checkAgainAction} />
    </GiveWords>
  )
}
