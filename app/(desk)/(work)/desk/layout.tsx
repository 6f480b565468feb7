import type { ReactNode } from 'react'
import { DeskFrame } from '@/components/desk/frame/desk-frame'
import { queueCounts } from '@/lib/moderation/queue/queries'
import { may } from '@/lib/people/permissions'
import { hasUnnoticedProxy, staffOrSignIn } from '../../acting'
import { signOutAction } from './actions'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await staffOrSignIn()
  const { pending } = await queueCounts(actor)
  return (
    <DeskFrame
      person={actor}
      pending={pending}
      managesPeople={may(actor, 'manage people')}
      signOut={signOutAction}
      proxyIsUnnoticed={may(actor, 'change settings') && (await hasUnnoticedProxy())}
    >
      {children}
    </DeskFrame>
  )
}
