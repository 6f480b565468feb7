import { db, type Tx } from '@/lib/db/client'
import { hashOf } from '../links/setup-link'
import { ensure, type StaffActor } from '../permissions'
import { mailedLink } from '../schema'
import type { emailChangeMails } from './jobs'
import { confirmToken, stopToken } from './tokens'

/** So long a new address can be confirmed, and so long a change can be taken back after that. */
const CONFIRM_HOURS = 24
export const STOP_DAYS = 7

export interface OwnAddress {
  email: string
  /** The one that waits to be confirmed, and until when. */
  waiting: { email: string; until: Date } | null
}

/** The address of whoever asks, and the one that is to take its place. */
export async function ownAddress(actor: StaffActor): Promise<OwnAddress> {
  ensure(actor, 'change own account')
  const [row] = await db.$queryRaw<{ email: string | null; toEmail: string | null; until: Date | null }[]>`
    select p.email, c.to_email as "toEmail", c.asked_at + make_interval(hours => ${CONFIRM_HOURS}) as "until"
    from person p left join email_change c on c.person_id = p.id and c.confirmed_at is null and c.ended_at is null
      and c.asked_at > now() - make_interval(hours => ${CONFIRM_HOURS})
    where p.id = ${actor.id}::uuid order by c.asked_at desc limit 1`
  const waiting = row?.toEmail && row.until ? { email: row.toEmail, until: row.until } : null
  return { email: row?.email ?? '', waiting }
}

/** What whoever opens the link of a new address would confirm, if it is theirs and still can be. */
export async function changeToConfirm(actor: StaffActor, token: unknown) {
  ensure(actor, 'change own account')
  const read = mailedLink.safeParse({ token })
  if (!read.success) return undefined
  return (await openChange(db, actor.id, read.data.token)) ?? undefined
}

export const openChange = (tx: Tx, personId: string, token: string) =>
  tx.emailChange.findFirst({
    where: {
      confirmHash: hashOf(token),
      personId,
      confirmedAt: null,
      endedAt: null,
      askedAt: { gt: hoursAgo(CONFIRM_HOURS) },
    },
    select: { id: true, fromEmail: true, toEmail: true },
  })

export interface StoppableChange {
  id: string
  personId: string
  fromEmail: string
  toEmail: string
  askedAt: Date
  confirmedAt: Date | null
}

/** What whoever opens the link that was mailed to the old address can stop, or take back. */
export async function changeToStop(token: unknown, tx: Tx = db): Promise<StoppableChange | undefined> {
  const read = mailedLink.safeParse({ token })
  if (!read.success) return undefined
  const found = await tx.emailChange.findFirst({
    where: {
      stopHash: hashOf(read.data.token),
      endedAt: null,
      person: { disabledAt: null },
      OR: [
        { confirmedAt: null, askedAt: { gt: hoursAgo(CONFIRM_HOURS) } },
        { confirmedAt: { gt: hoursAgo(STOP_DAYS * 24) } },
      ],
    },
    select: { id: true, personId: true, fromEmail: true, toEmail: true, askedAt: true, confirmedAt: true },
  })
  return found ?? undefined
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

/** Has somebody else this address, or may they take it back? */
export async function isTaken(tx: Tx, email: string, personId: string | null): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ taken: boolean }]>`
    select exists (select from person where email = ${email} and id is distinct from ${personId}::uuid)
      or exists (
        select from email_change where from_email = ${email} and person_id is distinct from ${personId}::uuid
          and ended_at is null and confirmed_at > now() - make_interval(days => ${STOP_DAYS})) as "taken"`
  return row.taken
}

export interface DueChangeMail {
  id: string
  mail: (typeof emailChangeMails)[number]
  to: string
  /** The other address: for whoever is asked to confirm the old one, and the new one for all others. */
  other: string
  token: string
  locale: string | null
}

/** What a mail about a change says, if there is still something to say. */
export async function dueChangeMail(
  changeId: string,
  mail: DueChangeMail['mail'],
): Promise<DueChangeMail | undefined> {
  const change = await db.emailChange.findUnique({
    where: { id: changeId },
    include: { person: { select: { locale: true } } },
  })
  if (!change || change.endedAt || (mail === 'confirm' && change.confirmedAt)) return undefined
  const { fromEmail, toEmail, person } = change
  const ends = mail === 'confirm' ? { to: toEmail, other: fromEmail } : { to: fromEmail, other: toEmail }
  const token = mail === 'confirm' ? confirmToken(changeId) : stopToken(changeId)
  return { id: `${changeId}.${mail}`, mail, ...ends, token, locale: person.locale }
}
