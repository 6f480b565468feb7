import { db } from '@/lib/db/client'
import { CommentStatus } from '@/lib/db/generated/enums'
import { uuidIn } from '@/lib/kernel/ids'
import { ensure, type Actor } from '@/lib/people/permissions'
import { viewCount, type BoundedCount } from './count-queries'
import type { QueueFilters } from './schema'

/** What else there is of an author, or from an address: by status, this comment counted too. */
export type CountsByStatus = Record<CommentStatus, BoundedCount>

export interface AuthorRecord {
  /** Absent: the comment has no e-mail address. */
  byEmail?: { email: string; counts: CountsByStatus; firstSeen?: Date }
  /** Absent: where it came from is erased. */
  byAddress?: { ip: string; counts: CountsByStatus }
}

const statuses = Object.values(CommentStatus)

// Through how many comments of one author the first is looked for; who has more is told no day.
const most = 5_000

/** What is known of who wrote a comment. */
export async function authorRecord(actor: Actor, given: unknown): Promise<AuthorRecord> {
  ensure(actor, 'moderate comments')
  const id = uuidIn(given)
  const comment = id
    ? await db.comment.findUnique({ where: { id }, select: { email: true, trace: { select: { ip: true } } } })
    : null
  const email = comment?.email.toLowerCase()
  const ip = comment?.trace?.ip
  const [byEmail, firstSeen, byAddress] = await Promise.all([
    email ? countsOf(actor, { email }) : undefined,
    email ? firstSeenOf(email) : undefined,
    ip ? countsOf(actor, { ip }) : undefined,
  ])
  return {
    byEmail: email && byEmail ? { email, counts: byEmail, firstSeen } : undefined,
    byAddress: ip && byAddress ? { ip, counts: byAddress } : undefined,
  }
}

async function countsOf(actor: Actor, filters: QueueFilters): Promise<CountsByStatus> {
  const counts = await Promise.all(statuses.map((status) => viewCount(actor, { status, filters })))
  return Object.fromEntries(statuses.map((status, place) => [status, counts[place]!])) as CountsByStatus
}

async function firstSeenOf(email: string): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ first: Date | null; many: number }[]>`
    select min(sent_at) as first, count(*)::int as many
    from (select sent_at from comment where lower(email) = ${email} limit ${most + 1}::int) as found`
  return row?.first && row.many <= most ? row.first : undefined
}
