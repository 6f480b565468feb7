import { z } from 'zod'
import { db } from '@/lib/db/client'
import type { StaffActor } from '../permissions'

/** However often it is used, a session ends twelve hours after the sign-in. */
export const SESSION_SECONDS = 12 * 60 * 60

const claims = z.object({
  personId: z.uuid(),
  sessionVersion: z.number().int(),
  since: z.number().int(),
})

/**
 * Who a session's claims stand for, asked of Postgres each time: somebody disabled, or whose sessions were
 * ended, is nobody from the next request on, and a role counts as it is now.
 */
export async function actorOf(session: unknown, now = Date.now()): Promise<StaffActor | undefined> {
  const read = claims.safeParse(session)
  if (!read.success || now / 1_000 - read.data.since > SESSION_SECONDS) return undefined
  const person = await db.person.findFirst({
    where: { id: read.data.personId, sessionVersion: read.data.sessionVersion, disabledAt: null },
    select: { id: true, name: true, role: true, locale: true, zone: true },
  })
  return person ?? undefined
}
