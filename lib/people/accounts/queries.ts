import { db } from '@/lib/db/client'
import { ensure, type StaffActor } from '../permissions'
import type { StaffRole } from '../policy/powers'
import type { Locale } from '@/lib/i18n/locales'
import { hashOf } from '../links/setup-link'

export interface StaffMember {
  id: string
  name: string
  email: string
  role: StaffRole
  disabledAt: Date | null
  hasPassword: boolean
  /** Until when the link that this person was given works, if it still does. */
  linkUntil: Date | null
  lastSeenAt: Date | null
  /** The languages whose comments they moderate; none is all of them. */
  moderates: Locale[]
}

/** Everybody who may, or once might, work at the desk. */
export async function staffList(actor: StaffActor): Promise<StaffMember[]> {
  ensure(actor, 'manage people')
  return db.$queryRaw<StaffMember[]>`
    select p.id::text, p.name, p.email, p.role::text, p.disabled_at as "disabledAt",
      p.password_hash is not null as "hasPassword", l.expires_at as "linkUntil",
      p.last_seen_at as "lastSeenAt", p.moderates
    from person p
    left join setup_link l on l.person_id = p.id and l.used_at is null and l.expires_at > now()
    where p.removed_at is null
    order by lower(p.name), p.email`
}

interface LinkOwner {
  name: string
  email: string
  hasPassword: boolean
  /** The link was printed on the site's own machine, and something is asked of the person beside the password. */
  mayEndFactors: boolean
}

/** Whose password this link sets, as long as it works. */
export async function personOfLink(token: unknown) {
  if (typeof token !== 'string') return undefined
  const [person] = await db.$queryRaw<LinkOwner[]>`
    select p.name, p.email, p.password_hash is not null as "hasPassword",
      l.is_printed and (exists (select from totp_secret t where t.person_id = p.id and t.confirmed_at is not null)
        or exists (select from passkey k where k.person_id = p.id)) as "mayEndFactors"
    from person p join (
      select person_id, false as is_printed from setup_link
      where token_hash = ${hashOf(token)} and used_at is null and expires_at > now()
      union all
      select person_id, asked_by = 'machine' from reset_link
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
