import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import type { ListPlace } from '@/lib/kernel/list-place'
import { chosenStatement, endOfWalk, orderOfPlaces, type Wanted, type Way } from '../queue/chosen-statement'
import { wayFor } from '../queue/way-queries'
import { stateBefore } from '../transitions'

interface Place {
  placeAt: Date
  placeId: string
}
type Found = Place & { id: string; status: CommentStatus }

const placeIn = (row: Place | undefined): ListPlace | undefined => row && { at: row.placeAt, id: row.placeId }

/** The next comments of a view, and from where to go on; without that there are no more. */
export async function nextOf(tx: Tx, wanted: Wanted, take: number) {
  const way = await wayFor(tx, wanted)
  const found = await tx.$queryRaw<Found[]>`
    select c.id, c.status::text, c.place_at as "placeAt", c.place_id as "placeId"
    from (${chosenStatement(wanted, way, { take })}) as c order by ${orderOfPlaces(wanted.view)}`
  return { found, next: await placeBehind(tx, wanted, way, found.length === take ? found.at(-1) : undefined) }
}

/** How many come next in a view, up to so many, and from where to go on. */
export async function countNext(tx: Tx, wanted: Wanted, take: number) {
  const way = await wayFor(tx, wanted)
  const backwards = wanted.view.oldestFirst
    ? Prisma.sql`c.place_at desc, c.place_id desc`
    : Prisma.sql`c.place_at, c.place_id`
  const [last] = await tx.$queryRaw<(Place & { count: number })[]>`
    select c.place_at as "placeAt", c.place_id as "placeId", (count(*) over ())::int as count
    from (${chosenStatement(wanted, way, { take })}) as c order by ${backwards} limit 1`
  const count = last?.count ?? 0
  return { count, next: await placeBehind(tx, wanted, way, count === take ? last : undefined) }
}

/** From where a view goes on: behind the last of as many as were wanted, or where a walk that found fewer came to its end. */
async function placeBehind(tx: Tx, wanted: Wanted, way: Way, last: Place | undefined) {
  if (last || way !== 'walk') return placeIn(last)
  const [end] = await tx.$queryRaw<Place[]>(endOfWalk(wanted))
  return placeIn(end)
}

/** What each comment was before it came into the spam or the trash. */
export async function statesBefore(tx: Tx, ids: readonly string[]): Promise<Map<string, CommentStatus>> {
  const rows = await tx.moderationDecision.findMany({
    where: { commentId: { in: [...ids] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { commentId: true, from: true, to: true, undoes: true },
  })
  const ways = new Map<string, typeof rows>(ids.map((id) => [id, []]))
  rows.forEach((row) => ways.get(row.commentId)!.push(row))
  return new Map(ids.map((id) => [id, stateBefore(ways.get(id) ?? [])]))
}
