import { z } from 'zod'
import { db } from '@/lib/db/client'
import { ensure, type StaffActor } from '../permissions'
import type { StaffRole } from '../policy/powers'
import type { Device } from './device'

/** However often it is used, a session ends twelve hours after the sign-in. */
export const SESSION_SECONDS = 12 * 60 * 60

/** What the cookie of a session says: whose it is, and which. */
export const sessionClaims = z.object({ personId: z.uuid(), sessionId: z.uuid() })

/** A session that goes on, and who has it. */
export interface CurrentSession {
  actor: StaffActor & { sessionId: string }
  seenAt: Date
  /** When a provider said at the sign-in that they had just shown it who they are. */
  provedAt: Date | null
}

interface SessionRow {
  id: string
  name: string
  role: StaffRole
  locale: string | null
  zone: string | null
  sessionId: string
  seenAt: Date
  provedAt: Date | null
}

/**
 * The session that a cookie names, asked of Postgres each time: one that was ended, or whose person is disabled or had all
 * theirs ended, is none from the next request on, in every process; and a role counts as it is now.
 */
export async function sessionOf(claims: unknown, now = Date.now()): Promise<CurrentSession | undefined> {
  const read = sessionClaims.safeParse(claims)
  if (!read.success) return undefined
  const { personId, sessionId } = read.data
  const [row] = await db.$queryRaw<SessionRow[]>`
    select p.id::text, p.name, p.role::text, p.locale, p.zone, s.id::text as "sessionId", s.seen_at as "seenAt",
      s.proved_at as "provedAt"
    from desk_session s join person p on p.id = s.person_id
    where s.id = ${sessionId}::uuid and s.person_id = ${personId}::uuid and s.begun_at > ${endedBy(now)}
      and s.version = p.session_version and p.disabled_at is null`
  if (!row) return undefined
  const { seenAt, provedAt, ...actor } = row
  return { actor, seenAt, provedAt }
}

/** Who acts by a session. */
export const actorOf = async (claims: unknown, now = Date.now()): Promise<StaffActor | undefined> =>
  (await sessionOf(claims, now))?.actor

/** What began before this moment has ended by now. */
export const endedBy = (now: number) => new Date(now - SESSION_SECONDS * 1_000)

export interface OwnSession extends Device {
  id: string
  network: string
  seenNetwork: string
  begunAt: Date
  seenAt: Date
}

/** The sessions of whoever asks, the newest first. */
export async function ownSessions(actor: StaffActor, now = Date.now()): Promise<OwnSession[]> {
  ensure(actor, 'change own account')
  return db.$queryRaw<OwnSession[]>`
    select s.id::text, s.browser, s.system, s.network, s.seen_network as "seenNetwork", s.begun_at as "begunAt",
      s.seen_at as "seenAt"
    from desk_session s join person p on p.id = s.person_id
    where s.person_id = ${actor.id}::uuid and s.begun_at > ${endedBy(now)} and s.version = p.session_version
    order by s.begun_at desc, s.id desc`
}
