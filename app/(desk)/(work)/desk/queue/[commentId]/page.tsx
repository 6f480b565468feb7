import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryPanel } from '@/components/desk/queue/card/comment-history'
import { commentHistory } from '@/lib/moderation/decisions/history-queries'
import { staffOrSignIn } from '../../../../acting'
import { checkAgainAction } from '../../spam/actions'

export const metadata: Metadata = { title: 'A comment' }

export default async function CommentHistoryPage({ params }: { params: Promise<{ commentId: string }> }) {
  const actor = await staffOrSignIn()
  const { commentId } = await params
  const history = (await commentHistory(actor, commentId)) ?? notFound()
  return <HistoryPanel history={history} checkAgain={checkAgainAction} />
}
