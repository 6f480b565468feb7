import type { ReactNode } from 'react'
import { DeskFrame } from '@/components/desk/frame/desk-frame'
import { placesFor } from '@/components/desk/frame/places'
import { queueCounts } from '@/lib/moderation/queue/queries'
import { may } from '@/lib/people/permissions'
import { hasUnnoticedProxy, staffOrSignIn } from '../../acting'
import { speakingTo } from '../../speaking'
import { signOutAction } from './actions'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await staffOrSignIn()
  const [counts, { locale }] = await Promise.all([
    may(actor, 'moderate comments') ? queueCounts(actor) : undefined,
    speakingTo(actor),
  ])
  return (
    <DeskFrame
      locale={locale}
      person={actor}
      pending={counts?.pending}
      places={placesFor(actor.role)}
      signOut={signOutAction}
      proxyIsUnnoticed={may(actor, 'change settings') && (await hasUnnoticedProxy())}
    >
      {children}
    </DeskFrame>
  )
}
