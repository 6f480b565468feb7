import type { Metadata } from 'next'
import { GiveWords } from '@/components/desk/language/words'
import { ClosedChapters } from '@/components/desk/settings/closed-chapters'
import { DiscussionForm } from '@/components/desk/settings/discussion-form'
import { chaptersForComments } from '@/lib/comments/discussion/closed-chapters-queries'
import { discussionSettings } from '@/lib/comments/discussion/queries'
import { may } from '@/lib/people/permissions'
import { staffOrSignIn } from '../../../acting'
import { speakingTo, titled } from '../../../speaking'
import { changeDiscussionAction, closeCommentsAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('moderate comments')
  return titled(actor, ({ settings }) => settings.title)
}

export default async function SettingsPage({
  searchParams,
}: {
  searchParams: Promise<{ chapter?: string | string[] }>
}) {
  const actor = await staffOrSignIn('moderate comments')
  const { chapter } = await searchParams
  const [settings, chapters, { words }] = await Promise.all([
    discussionSettings(),
    chaptersForComments(actor, chapter),
    speakingTo(actor),
  ])
  return (
    <GiveWords words={{ settings: words.settings, problems: words.problems }}>
      <div className="grid gap-4">
        <h1 className="font-serif text-2xl font-semibold">{words.settings.title}</h1>
        <DiscussionForm
          settings={settings}
          mayChange={may(actor, 'change settings')}
          action={changeDiscussionAction}
        />
        <ClosedChapters chapters={chapters} action={closeCommentsAction} />
      </div>
    </GiveWords>
  )
}
