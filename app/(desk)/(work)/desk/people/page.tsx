import type { Metadata } from 'next'
import { People } from '@/components/desk/people/people'
import { Alert } from '@/components/ui/alert'
import { may } from '@/lib/people/permissions'
import { staffList } from '@/lib/people/accounts/queries'
import { staffOrSignIn } from '../../../acting'
import { peopleAction } from './actions'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const actor = await staffOrSignIn()
  if (may(actor, 'manage people'))
    return <People staff={await staffList(actor)} me={actor.id} action={peopleAction} />
  return (
    <div className="grid max-w-xl gap-4">
      <h1 className="font-serif text-2xl font-semibold">People</h1>
      <Alert tone="warn" title="You are not allowed to see this page">
        <p>Only admins manage people. Ask one of them if somebody should be added or changed.</p>
      </Alert>
    </div>
  )
}
