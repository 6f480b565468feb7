import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { GiveWords } from '@/components/desk/language/words'
import { MovePage } from '@/components/desk/queue/changing/move-page'
import { queuedComment } from '@/lib/moderation/queue/queries'
import { placesForComment } from '@/lib/moderation/relocation/queries'
import { staffOrSignIn } from '../../../../../acting'
import { speakingTo, titled } from '../../../../../speaking'
import { moveCommentAction } from '../../changing-actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('moderate comments')
  return titled(actor, ({ queue }) => queue.changing.buttons.move)
}

interface MoveCommentPageProps {
  params: Promise<{ commentId: string }>
  searchParams: Promise<{ chapter?: string | string[] }>
}

export default async function MoveCommentPage({ params, searchParams }: MoveCommentPageProps) {
  const actor = await staffOrSignIn('moderate comments')
  const { commentId } = await params
  const [comment, places] = await Promise.all([
    queuedComment(actor, commentId),
    placesForComment(actor, commentId, (await searchParams).chapter),
  ])
  if (!comment || !places) notFound()
  if (comment.takenAway) redirect(`/desk/queue/${comment.id}`)
  const { queue, problems } = (await speakingTo(actor)).words
  return (
    <GiveWords words={{ queue, problems }}>
      <MovePage comment={{ id: comment.id, name: comment.name }} places={places} action={moveCommentAction} />
    </GiveWords>
  )
}
