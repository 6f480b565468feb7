import type { Metadata } from 'next'
import { ClosedChapters } from '@/components/desk/settings/closed-chapters'
import { DiscussionForm } from '@/components/desk/settings/discussion-form'
import { chaptersForComments } from '@/lib/comments/discussion/closed-chapters-queries'
import { discussionSettings } from '@/lib/comments/discussion/queries'
import { may } from '@/lib/people/permissions'
import { staffOrSignIn } from '../../../acting'
import { changeDiscussionAction, closeCommentsAction } from './actions'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage({
  searchParams,
}: {
  searchParams: Promise<{ chapter?: string | string[] }>
}) {
  const actor = await staffOrSignIn()
  const { chapter } = await searchParams
  const [settings, chapters] = await Promise.all([discussionSettings(), chaptersForComments(actor, chapter)])
  return (
    <div className="grid gap-4">
      <h1 className="font-serif text-2xl font-semibold">Settings</h1>
      <DiscussionForm
        settings={settings}
        mayChange={may(actor, 'change settings')}
        action={changeDiscussionAction}
      />
      <ClosedChapters chapters={chapters} action={closeCommentsAction} />
    </div>
  )
}
