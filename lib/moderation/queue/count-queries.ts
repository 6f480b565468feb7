import { db } from '@/lib/db/client'
import { ensure, type Actor } from '@/lib/people/permissions'
import { pageWish, type PageWish } from '../decisions/schema'
import { chosenStatement, endOfWalk, type Wanted } from './chosen-statement'
import { wantedBy } from './wanted'
import { wayFound } from './way-queries'

/** How many comments a view has: exactly, or so many and more. */
export interface BoundedCount {
  count: number
  isMore?: true
}

/** What a view that nobody keeps a count of is counted up to, and through how many comments of the queue. */
const most = 500
const shortWalk = 5_000

/** How many comments a view finds, up to 500. */
export async function viewCount(actor: Actor, wish: PageWish): Promise<BoundedCount> {
  ensure(actor, 'moderate comments')
  const read = pageWish.safeParse(wish)
  if (!read.success) return { count: 0 }
  return countUpTo(wantedBy(actor, { ...read.data, after: undefined }), { most, walk: shortWalk })
}

export async function countUpTo(
  wanted: Wanted,
  { most, walk }: { most: number; walk: number },
): Promise<BoundedCount> {
  const way = await wayFound(wanted)
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (${chosenStatement(wanted, way, { take: most + 1, walk })}) as found`
  if (row!.count > most) return { count: most, isMore: true }
  if (way !== 'walk') return row!
  const ends = await db.$queryRaw<{ placeAt: Date; placeId: string }[]>(endOfWalk(wanted, walk))
  return ends.length > 0 ? { ...row!, isMore: true } : row!
}
