'use client'

import { useActionState } from 'react'
import { Toast } from '@/components/ui/toast'
import type { StaffMember } from '@/lib/people/accounts/queries'
import { sentenceFor } from '../error-messages'
import { AddPerson } from './add-person'
import { OneTimeLink } from './one-time-link'
import type { Deed, PeopleOutcome } from './outcome'
import { PersonRow } from './person-row'

interface PeopleProps {
  staff: StaffMember[]
  /** The id of whoever looks. */
  me: string
  action: (before: PeopleOutcome, form: FormData) => Promise<PeopleOutcome>
}

/** The staff, and what an admin can do about them. */
export function People({ staff, me, action }: PeopleProps) {
  const [outcome, act, pending] = useActionState(action, undefined)
  const message = outcome && messageOf(outcome)
  return (
    <div className="grid gap-6" aria-busy={pending}>
      <h1 className="font-serif text-2xl font-semibold">People</h1>
      {outcome?.kind === 'link' && <OneTimeLink key={outcome.nonce} {...outcome} />}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="staff" className="grid gap-2">
          <h2 id="staff" className="text-sm font-semibold">
            Staff
          </h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
            {staff.map((person) => (
              <PersonRow key={person.id} person={person} isMe={person.id === me} act={act} />
            ))}
          </ul>
        </section>
        <AddPerson outcome={outcome} act={act} />
      </div>
      <Toast nonce={message?.nonce}>
        <p className="[overflow-wrap:anywhere]">{message?.sentence}</p>
      </Toast>
    </div>
  )
}

function messageOf(outcome: NonNullable<PeopleOutcome>) {
  if (outcome.kind === 'changed')
    return { nonce: outcome.nonce, sentence: `${outcome.name} ${happened[outcome.deed]}` }
  if (outcome.kind === 'refused') return { nonce: outcome.nonce, sentence: sentenceFor(outcome.refusal) }
  return undefined
}

const happened: Record<Deed, string> = {
  add: 'was added.',
  link: 'has a new link.',
  'make admin': 'is an admin now.',
  'make editor': 'is an editor now.',
  disable: 'is disabled: their sessions have ended and they cannot sign in.',
  enable: 'can sign in again.',
}
