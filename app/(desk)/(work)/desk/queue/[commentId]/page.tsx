import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GiveWords } from '@/components/desk/language/words'
import { AuthorRecordPanel } from '@/components/desk/queue/one/author-record'
import { HistoryPanel } from '@/components/desk/queue/one/history-panel'
import { OneComment } from '@/components/desk/queue/one/one-comment'
import { ThreadPanel } from '@/components/desk/queue/one/thread-panel'
import { commentHistory } from '@/lib/moderation/decisions/history-queries'
import { queuedComment } from '@/lib/moderation/queue/queries'
import { authorRecord } from '@/lib/moderation/queue/record-queries'
import { threadAround } from '@/lib/moderation/queue/thread-queries'
import { staffOrSignIn } from '../../../../acting'
import { speakingTo, titled } from '../../../../speaking'
import { may } from '@/lib/people/permissions'
import { checkAgainAction } from '../../spam/actions'
import { editCommentAction, moveCommentAction } from '../changing-actions'
import { decideAction, decideAllAction, replyAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('moderate comments')
  return titled(actor, ({ queue }) => queue.one.title)
}

export default async function CommentHistoryPage({ params }: { params: Promise<{ commentId: string }> }) {
  const actor = await staffOrSignIn('moderate comments')
  const { commentId } = await params
  const [history, comment, record, around] = await Promise.all([
    commentHistory(actor, commentId),
    queuedComment(actor, commentId),
    authorRecord(actor, commentId),
    threadAround(actor, commentId),
  ])
  if (!history || !comment) notFound()
  const { locale, words } = await speakingTo(actor)
  const { queue, problems } = words
  const change = { edit: editCommentAction, mayDelete: may(actor, 'delete comments') }
  const actions = { decide: decideAction, decideAll: decideAllAction, reply: replyAction, change }
  return (
    <GiveWords words={{ queue, problems }}>
      <HistoryPanel
        locale={locale}
        history={history}
        checkAgain={checkAgainAction}
        edit={editCommentAction}
        move={moveCommentAction}
        card={<OneComment comment={comment} person={actor.id} {...actions} />}
      >
        <AuthorRecordPanel locale={locale} record={record} />
        <ThreadPanel locale={locale} around={around} />
      </HistoryPanel>
    </GiveWords>
  )
}
