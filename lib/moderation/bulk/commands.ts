import { record } from '@/lib/audit/commands'
import type { Tx } from '@/lib/db/client'
import { BulkState } from '@/lib/db/generated/enums'
import { inTransaction } from '@/lib/db/in-transaction'
import { lockFor } from '@/lib/db/locks'
import { enqueue } from '@/lib/jobs/enqueue'
import { newId, uuidIn } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor, type StaffActor } from '@/lib/people/permissions'
import { namedFilters } from '../queue/schema'
import { longestWalk } from '../queue/chosen-statement'
import { countUpTo } from '../queue/count-queries'
import { statusOfView } from '../queue/views/types'
import { zoneOf } from '../queue/wanted'
import { mayBecome } from '../transitions'
import { workOnBulkJob } from './jobs'
import { bulkWish } from './schema'
import { bulkLimits, mayBeCancelled, mayBeTakenBack, statesAtWork } from './types'
import { wantedUntil } from './wanted-until'

/** Begins to decide about everything that a view had when it was looked at. A job does it. */
export async function startBulk(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  if (actor.role === 'system') return refuse('not-possible')
  const read = bulkWish.safeParse(given)
  if (!read.success) return refuse('form-broken')
  const { status, filters, becomes } = read.data
  const seen = statusOfView(status)!
  const isPossible = becomes === 'before' ? seen === 'spam' || seen === 'trash' : mayBecome(seen, becomes)
  if (!isPossible) return refuse('not-possible')
  const now = new Date()
  const until = read.data.until < now ? read.data.until : now
  const wish = { view: status, filters, zone: zoneOf(actor), until }
  const found = await countUpTo(wantedUntil(actor, wish), { most: bulkLimits.counted, walk: longestWalk })
  if (found.count === 0 && !found.isMore) return refuse('bulk-nothing')
  const counted = found.isMore
    ? { state: BulkState.counting, total: 0 }
    : { state: BulkState.running, total: found.count }
  return inTransaction(async (tx) => {
    const taken = await takenPlaces(tx, actor.id)
    if (taken) return refuse(taken)
    const id = newId()
    await tx.bulkDecision.create({
      data: { ...wish, ...counted, id, byId: actor.id, becomes: becomes === 'before' ? null : becomes },
    })
    await enqueue(tx, workOnBulkJob, { bulkId: id })
    // By what the view was narrowed, and not to what: that may be words, or somebody.
    const narrowed = namedFilters(filters)
      .map(([name]) => name)
      .join(' ')
    const total = found.isMore ? null : found.count
    const after = { status: becomes, total, filters: narrowed }
    await record(tx, actor, { kind: 'bulk-begun', about: id, before: { status: seen }, after })
    return done({ id })
  })
}

/** Ends it where it is. What has been decided stays so. */
export async function cancelBulk(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  return inTransaction(async (tx) => {
    const bulk = await own(tx, actor, given)
    if (!bulk.ok) return bulk
    if (!mayBeCancelled(bulk.value)) return refuse('bulk-over')
    await tx.bulkDecision.update({
      where: { id: bulk.value.id },
      data: { state: 'cancelled', settledAt: new Date() },
    })
    const { id: about, decided: number } = bulk.value
    await record(tx, actor, { kind: 'bulk-cancelled', about, after: { number } })
    return done({ id: about })
  })
}

/** Begins to bring every comment that was decided about back to what it was, unless somebody decided about it since. */
export async function undoBulk(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  return inTransaction(async (tx) => {
    const bulk = await own(tx, actor, given)
    if (!bulk.ok) return bulk
    const { id, byId } = bulk.value
    if (!mayBeTakenBack(bulk.value)) return refuse('bulk-over')
    const taken = await takenPlaces(tx, byId)
    if (taken) return refuse(taken)
    await tx.bulkDecision.update({
      where: { id },
      data: {
        state: 'undoing',
        placeAt: null,
        placeId: null,
        settledAt: null,
        undoneById: (actor as StaffActor).id,
      },
    })
    await enqueue(tx, workOnBulkJob, { bulkId: id })
    await record(tx, actor, { kind: 'bulk-undone', about: id, after: { number: bulk.value.decided } })
    return done({ id })
  })
}

/** One at a time for each person, and few for the site: they must not keep readers waiting. */
async function takenPlaces(tx: Tx, person: string) {
  await lockFor(tx, 'bulk')
  const atWork = await tx.bulkDecision.findMany({
    where: { state: { in: statesAtWork } },
    select: { byId: true },
  })
  if (atWork.some(({ byId }) => byId === person)) return 'bulk-own' as const
  return atWork.length >= bulkLimits.atOnce ? ('bulk-many' as const) : undefined
}

/** One that somebody may end or take back: who began it, or an admin. */
async function own(tx: Tx, actor: Actor, given: unknown) {
  const id = uuidIn(given)
  if (!id || actor.role === 'system') return refuse('not-found')
  await tx.$executeRaw`select from bulk_decision where id = ${id}::uuid for update`
  const bulk = await tx.bulkDecision.findUnique({ where: { id } })
  if (!bulk) return refuse('not-found')
  return bulk.byId === actor.id || actor.role === 'admin' ? done(bulk) : refuse('bulk-of-somebody')
}
