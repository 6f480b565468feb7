'use client'

import { useActionState } from 'react'
import { Toast } from '@/components/ui/toast'
import type { StaffMember } from '@/lib/people/accounts/queries'
import { useWords } from '../language/words'
import { AddPerson } from './add-person'
import { OneTimeLink } from './one-time-link'
import type { PeopleOutcome } from './outcome'
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
  const { words, sentenceFor, rich } = useWords('people')
  return (
    <div className="grid gap-6" aria-busy={pending}>
      <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
      {outcome?.kind === 'link' && <OneTimeLink key={outcome.nonce} {...outcome} />}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="staff" className="grid gap-2">
          <h2 id="staff" className="text-sm font-semibold">
            {words.staff}
          </h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
            {staff.map((person) => (
              <PersonRow key={person.id} person={person} isMe={person.id === me} act={act} />
            ))}
          </ul>
        </section>
        <AddPerson outcome={outcome} act={act} />
      </div>
      <Toast nonce={outcome && 'nonce' in outcome && outcome.kind !== 'link' ? outcome.nonce : undefined}>
        <p className="[overflow-wrap:anywhere]">
          {outcome?.kind === 'changed' &&
            rich(words.happened[outcome.deed], { name: <bdi>{outcome.name}</bdi> })}
          {outcome?.kind === 'refused' && sentenceFor(outcome.refusal)}
        </p>
      </Toast>
    </div>
  )
}
