import type { Metadata } from 'next'
import { DeskNotFound } from '@/components/desk/frame/not-found'
import { GiveWords } from '@/components/desk/language/words'
import { ChapterEditor } from '@/components/desk/editor/chapter-editor'
import { editionForWriting } from '@/lib/chapters/writing/queries'
import { may } from '@/lib/people/permissions'
import { staffOrSignIn } from '../../../../acting'
import { speakingTo, titled } from '../../../../speaking'
import { publishAction, saveDraftAction, withdrawAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('write chapters')
  return titled(actor, ({ editor }) => editor.pageTitle)
}

export default async function EditionPage({ params }: { params: Promise<{ editionId: string }> }) {
  const actor = await staffOrSignIn('write chapters')
  const edition = await editionForWriting(actor, (await params).editionId)
  if (!edition) return <DeskNotFound what="chapter" />
  const { editor, chapters, problems } = (await speakingTo(actor)).words
  return (
    <GiveWords words={{ editor, chapters, problems }}>
      <ChapterEditor
        key={edition.editionId}
        edition={edition}
        mayPublish={may(actor, 'publish chapters')}
        actions={{ saveDraft: saveDraftAction, publish: publishAction, withdraw: withdrawAction }}
      />
    </GiveWords>
  )
}
