import type { Metadata } from 'next'
import { DeskNotFound } from '@/components/desk/frame/not-found'
import { ChapterEditor } from '@/components/desk/editor/chapter-editor'
import { editionForWriting } from '@/lib/chapters/writing/queries'
import { may } from '@/lib/people/permissions'
import { staffOrSignIn } from '../../../../acting'
import { publishAction, saveDraftAction, withdrawAction } from './actions'

export const metadata: Metadata = { title: 'Write' }

export default async function EditionPage({ params }: { params: Promise<{ editionId: string }> }) {
  const actor = await staffOrSignIn()
  const edition = await editionForWriting(actor, (await params).editionId)
  if (!edition) return <DeskNotFound what="This chapter" />
  return (
    <ChapterEditor
      key={edition.editionId}
      edition={edition}
      mayPublish={may(actor, 'publish chapters')}
      actions={{ saveDraft: saveDraftAction, publish: publishAction, withdraw: withdrawAction }}
    />
  )
}
