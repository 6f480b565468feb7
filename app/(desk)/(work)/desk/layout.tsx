import type { ReactNode } from 'react'
import { DeskFrame } from '@/components/desk/frame/desk-frame'
import { queueCounts } from '@/lib/moderation/queue/queries'
import { may } from '@/lib/people/permissions'
import { hasUnnoticedProxy, staffOrSignIn } from '../../acting'
import { speakingTo } from '../../speaking'
import { signOutAction } from './actions'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await staffOrSignIn()
  const [{ pending }, { locale }] = await Promise.all([queueCounts(actor), speakingTo(actor)])
  return (
    <DeskFrame
      locale={locale}
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
