import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { GiveWords } from '@/components/desk/language/words'
import { EditPage } from '@/components/desk/queue/changing/edit-page'
import { queuedComment } from '@/lib/moderation/queue/queries'
import { staffOrSignIn } from '../../../../../acting'
import { speakingTo, titled } from '../../../../../speaking'
import { editCommentAction } from '../../changing-actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('moderate comments')
  return titled(actor, ({ queue }) => queue.changing.buttons.edit)
}

export default async function EditCommentPage({ params }: { params: Promise<{ commentId: string }> }) {
  const actor = await staffOrSignIn('moderate comments')
  const comment = (await queuedComment(actor, (await params).commentId)) ?? notFound()
  // There is nothing to be edited, and the comment's own page says why.
  if (comment.takenAway) redirect(`/desk/queue/${comment.id}`)
  const { queue, problems } = (await speakingTo(actor)).words
  return (
    <GiveWords words={{ queue, problems }}>
      <EditPage comment={comment} action={editCommentAction} />
    </GiveWords>
  )
}
