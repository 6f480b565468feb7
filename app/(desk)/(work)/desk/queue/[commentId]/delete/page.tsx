import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { GiveWords } from '@/components/desk/language/words'
import { DeletePage } from '@/components/desk/queue/changing/delete-page'
import { wouldGo } from '@/lib/moderation/deletion/queries'
import { queuedComment } from '@/lib/moderation/queue/queries'
import { staffOrSignIn } from '../../../../../acting'
import { speakingTo, titled } from '../../../../../speaking'
import { deleteCommentAction } from '../../changing-actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('delete comments')
  return titled(actor, ({ queue }) => queue.changing.buttons.delete)
}

export default async function DeleteCommentPage({ params }: { params: Promise<{ commentId: string }> }) {
  const actor = await staffOrSignIn('delete comments')
  const { commentId } = await params
  const [comment, goes] = await Promise.all([queuedComment(actor, commentId), wouldGo(actor, commentId)])
  if (!comment || !goes) notFound()
  if (comment.status !== 'spam' && comment.status !== 'trash') redirect(`/desk/queue/${comment.id}`)
  const { queue, problems, secondFactor } = (await speakingTo(actor)).words
  return (
    <GiveWords words={{ queue, problems, secondFactor }}>
      <DeletePage comment={comment} goes={goes} action={deleteCommentAction} />
    </GiveWords>
  )
}
