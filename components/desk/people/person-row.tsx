import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import type { StaffMember } from '@/lib/people/accounts/queries'
import { isolated } from '@/lib/i18n/isolated'
import type { Act, Deed } from './outcome'

/** One of the staff. Nobody changes their own role or disables themselves, so those buttons are not there. */
export function PersonRow({ person, isMe, act }: { person: StaffMember; isMe: boolean; act: Act }) {
  const { id, name, email, role, disabledAt } = person
  return (
    <li className="grid items-center gap-x-4 gap-y-2.5 px-4 py-3 text-sm sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-0.5 [overflow-wrap:anywhere]">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="font-medium">{name}</bdi>
          <Badge tone={role === 'admin' ? 'calm' : 'plain'}>{role === 'admin' ? 'Admin' : 'Editor'}</Badge>
          {isMe && <Badge>You</Badge>}
          {disabledAt && <Badge tone="bad">Disabled</Badge>}
          {!disabledAt && !person.hasPassword && <Badge tone="warn">No password yet</Badge>}
        </p>
        <p className="text-[0.8125rem] text-soft">
          {email}
          <Since person={person} />
        </p>
      </div>
      <form action={act} className="flex flex-wrap gap-2">
        <input type="hidden" name="personId" value={id} />
        {!isMe && (
          <Does deed={role === 'admin' ? 'make editor' : 'make admin'} of={name}>
            {role === 'admin' ? 'Make editor' : 'Make admin'}
          </Does>
        )}
        {!disabledAt && (
          <Does deed="link" of={name}>
            New link
          </Does>
        )}
        {!isMe && (
          <Does deed={disabledAt ? 'enable' : 'disable'} of={name}>
            {disabledAt ? 'Enable' : 'Disable'}
          </Does>
        )}
      </form>
    </li>
  )
}

function Since({ person: { disabledAt, linkUntil } }: { person: StaffMember }) {
  if (!disabledAt && !linkUntil) return null
  return (
    <>
      {' · '}
      {disabledAt ? 'disabled since ' : 'link works until '}
      <LocalTime at={disabledAt ?? linkUntil!} />
    </>
  )
}

const Does = ({ deed, of, children }: { deed: Deed; of: string; children: ReactNode }) => (
  <Button type="submit" name="deed" value={deed} size="small" tone={deed === 'disable' ? 'danger' : 'plain'}>
    {children}
    <span className="sr-only"> ({isolated('en', of)})</span>
  </Button>
)
