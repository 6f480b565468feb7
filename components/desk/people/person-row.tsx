import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import type { StaffMember } from '@/lib/people/accounts/queries'
import { useWords } from '../language/words'
import type { Act, Deed } from './outcome'

/** One of the staff. Nobody changes their own role or disables themselves, so those buttons are not there. */
export function PersonRow({ person, isMe, act }: { person: StaffMember; isMe: boolean; act: Act }) {
  const { id, name, email, role, disabledAt } = person
  const { words } = useWords('people')
  return (
    <li className="grid items-center gap-x-4 gap-y-2.5 px-4 py-3 text-sm sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-0.5 [overflow-wrap:anywhere]">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="font-medium">{name}</bdi>
          <Badge tone={role === 'admin' ? 'calm' : 'plain'}>{words.roles[role]}</Badge>
          {isMe && <Badge>{words.you}</Badge>}
          {disabledAt && <Badge tone="bad">{words.disabled}</Badge>}
          {!disabledAt && !person.hasPassword && <Badge tone="warn">{words.noPassword}</Badge>}
        </p>
        <p className="text-[0.8125rem] text-soft">
          <bdi>{email}</bdi>
          <Since person={person} />
        </p>
      </div>
      <form action={act} className="flex flex-wrap gap-2">
        <input type="hidden" name="personId" value={id} />
        {!isMe && <Does deed={role === 'admin' ? 'make editor' : 'make admin'} of={name} />}
        {!disabledAt && <Does deed="link" of={name} />}
        {!isMe && <Does deed={disabledAt ? 'enable' : 'disable'} of={name} />}
      </form>
    </li>
  )
}

function Since({ person: { disabledAt, linkUntil } }: { person: StaffMember }) {
  const { words, rich } = useWords('people')
  if (!disabledAt && !linkUntil) return null
  return (
    <>
      {' · '}
      {rich(disabledAt ? words.disabledSince : words.linkUntil, {
        time: <LocalTime at={disabledAt ?? linkUntil!} />,
      })}
    </>
  )
}

function Does({ deed, of }: { deed: Exclude<Deed, 'add'>; of: string }) {
  const { words, rich } = useWords('people')
  return (
    <Button
      type="submit"
      name="deed"
      value={deed}
      size="small"
      tone={deed === 'disable' ? 'danger' : 'plain'}
    >
      <span>
        {rich(words.deeds[deed], { name: of, hidden: (inside) => <span className="sr-only">{inside}</span> })}
      </span>
    </Button>
  )
}
