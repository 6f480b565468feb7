import { z } from 'zod'
import { networkOf, record } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { newId } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type StaffActor } from '../permissions'
import type { SignedIn } from '../sign-in/sign-in'
import { deviceIn } from './device'
import { endedBy } from './queries'

/** More of one person's at a time are of no use to anybody: the oldest make room. */
export const MOST_OF_PERSON = 50

/** So long nobody looks whether somebody is still there. */
const UNSEEN_MS = 5 * 60_000

export interface Place {
  address: string
  userAgent?: unknown
}

/** A new session of somebody who has just shown who they are, to us or to a provider; what its cookie says. */
export async function beginSession(
  { personId, sessionVersion: version, provedAt }: SignedIn & { provedAt?: Date },
  from: Place,
) {
  const sessionId = newId()
  const network = knownNetwork(from.address)
  await db.$transaction([
    db.deskSession.create({
      data: {
        id: sessionId,
        personId,
        version,
        network,
        seenNetwork: network,
        provedAt,
        ...deviceIn(from.userAgent),
      },
    }),
    db.person.update({ where: { id: personId }, data: { lastSeenAt: new Date() }, select: { id: true } }),
    db.$executeRaw`
      delete from desk_session where person_id = ${personId}::uuid and id not in (
        select id from desk_session where person_id = ${personId}::uuid
        order by begun_at desc, id desc limit ${MOST_OF_PERSON})`,
  ])
  return { personId, sessionId }
}

/** The part of the network around an address; that is as much as a session says about where it is. */
const knownNetwork = (address: string) => networkOf(address) ?? 'unknown'

/** Is it time to write down that somebody is still there? */
export const isUnseen = (seenAt: Date, now = Date.now()) => now - seenAt.getTime() >= UNSEEN_MS

/** They are still there. Of requests at one moment, one writes it. */
export const noteSeen = (sessionId: string, address: string, now = Date.now()) =>
  db.$executeRaw`
    with seen as (
      update desk_session set seen_at = ${new Date(now)}, seen_network = ${knownNetwork(address)}
      where id = ${sessionId}::uuid and seen_at <= ${new Date(now - UNSEEN_MS)} returning person_id)
    update person set last_seen_at = ${new Date(now)} from seen where person.id = seen.person_id`

/** Somebody leaves the desk: nobody has to be allowed that. Whoever had left already leaves nothing to write down. */
export const signOut = ({ personId, sessionId }: { personId: string; sessionId: string }, from?: string) =>
  inTransaction(async (tx) => {
    // Who signs out twice at once has done it once.
    const { count } = await tx.deskSession.deleteMany({ where: { id: sessionId, personId } })
    if (count === 0) return
    const by = { via: 'session', personId, from } as const
    await record(tx, by, { kind: 'signed-out', about: personId })
  })

const namedSession = z.object({ sessionId: z.uuid().toLowerCase() })

/** Somebody ends one of their own sessions, this one or another: every copy of its cookie is worth nothing from now on. */
export async function endOwnSession(actor: StaffActor, input: unknown) {
  ensure(actor, 'change own account')
  const read = namedSession.safeParse(input)
  if (!read.success) return refuse('not-found')
  return inTransaction(async (tx) => {
    const { sessionId: id } = read.data
    const { count } = await tx.deskSession.deleteMany({ where: { id, personId: actor.id } })
    if (count === 0) return refuse('session-over')
    await record(tx, actor, { kind: 'session-ended', about: actor.id })
    return done(read.data)
  })
}

/** Somebody ends all of their sessions but the one in which they do it. Rows of those that were over already do not count. */
export async function endOtherSessions(actor: StaffActor, now = Date.now()) {
  ensure(actor, 'change own account')
  return inTransaction(async (tx) => {
    const gone = await tx.$queryRaw<{ wasOn: boolean }[]>`
      delete from desk_session s using person p
      where p.id = s.person_id and s.person_id = ${actor.id}::uuid
        and s.id is distinct from ${actor.sessionId ?? null}::uuid
      returning s.version = p.session_version and s.begun_at > ${endedBy(now)} as "wasOn"`
    const count = gone.filter(({ wasOn }) => wasOn).length
    const after = { number: count }
    if (count > 0) await record(tx, actor, { kind: 'other-sessions-ended', about: actor.id, after })
    return done({ count })
  })
}

/** Sessions that have ended by themselves, or with all others of their person. */
export const forgetSessions = (now = Date.now()) =>
  db.$executeRaw`
    delete from desk_session s using person p
    where p.id = s.person_id and (s.begun_at <= ${endedBy(now)} or s.version <> p.session_version)`
