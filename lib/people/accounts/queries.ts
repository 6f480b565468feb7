import { db } from '@/lib/db/client'
import { ensure, type StaffActor } from '../permissions'
import { hashOf } from '../links/setup-link'

export interface StaffMember {
  id: string
  name: string
  email: string
  role: 'editor' | 'admin'
  disabledAt: Date | null
  hasPassword: boolean
  /** Until when the link that this person was given works, if it still does. */
  linkUntil: Date | null
}

/** Everybody who may, or once might, work at the desk. */
export async function staffList(actor: StaffActor): Promise<StaffMember[]> {
  ensure(actor, 'manage people')
  return db.$queryRaw<StaffMember[]>`
    select p.id::text, p.name, p.email, p.role::text, p.disabled_at as "disabledAt",
      p.password_hash is not null as "hasPassword", l.expires_at as "linkUntil"
    from person p
    left join setup_link l on l.person_id = p.id and l.used_at is null and l.expires_at > now()
    order by lower(p.name), p.email`
}

/** Whose password this link sets, as long as it works. */
export async function personOfLink(token: unknown) {
  if (typeof token !== 'string') return undefined
  const [person] = await db.$queryRaw<{ name: string; email: string; hasPassword: boolean }[]>`
    select p.name, p.email, p.password_hash is not null as "hasPassword"
    from person p join (
      select person_id from setup_link
      where token_hash = ${hashOf(token)} and used_at is null and expires_at > now()
      union all
      select person_id from reset_link
      where token_hash = ${hashOf(token)} and used_at is null and expires_at > now()
    ) l on l.person_id = p.id
    where p.disabled_at is null`
  return person
}

/** Whose mailbox a link was sent to, in the last week, whether it still opens anything or not. */
export async function ownerOfMailedLink(token: unknown) {
  if (typeof token !== 'string') return undefined
  const [person] = await db.$queryRaw<{ id: string; email: string }[]>`
    select p.id::text, p.email from reset_link l join person p on p.id = l.person_id
    where l.token_hash = ${hashOf(token)} and l.asked_by <> 'machine' and p.disabled_at is null
      and l.asked_at > now() - interval '7 days'`
  return person
}
