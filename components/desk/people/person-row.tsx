import { Badge } from '@/components/ui/badge'
import { LocalTime } from '@/components/ui/local-time'
import { ownName } from '@/lib/i18n/locales'
import type { StaffMember } from '@/lib/people/accounts/queries'
import { staffRoles } from '@/lib/people/policy/powers'
import { useWords } from '../language/words'
import { MoreOfPerson } from './more-of-person'
import type { Act } from './outcome'
import { Does } from './does'

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
        <Seen person={person} />
      </div>
      <form action={act} className="flex flex-wrap gap-2">
        <input type="hidden" name="personId" value={id} />
        {/* By their place, so that the focus stays with the button that was pressed. */}
        {!isMe &&
          staffRoles
            .filter((one) => one !== role)
            .map((one, place) => <Does key={place} deed={`make ${one}`} of={name} />)}
        {!disabledAt && <Does deed="link" of={name} />}
        {!isMe && <Does deed={disabledAt ? 'enable' : 'disable'} of={name} />}
      </form>
      <MoreOfPerson person={person} isMe={isMe} act={act} />
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

/** When they were here last, and whose comments are theirs. */
function Seen({ person: { lastSeenAt, moderates } }: { person: StaffMember }) {
  const { words, rich } = useWords('people')
  const named = moderates.map(ownName).join(' · ')
  return (
    <p className="text-[0.8125rem] text-soft">
      {lastSeenAt ? rich(words.lastSeen, { time: <LocalTime at={lastSeenAt} /> }) : words.neverSeen}
      {' · '}
      {named ? rich(words.someLanguages, { languages: <bdi>{named}</bdi> }) : words.allLanguages}
    </p>
  )
}
