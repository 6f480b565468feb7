import type { Tx } from '@/lib/db/client'
import type { BulkDecision, Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue } from '@/lib/jobs/enqueue'
import type { ListPlace } from '@/lib/kernel/list-place'
import type { StaffActor } from '@/lib/people/permissions'
import { decideTogether, type Decided, type Wish } from '../decisions/together-commands'
import { queueFilters } from '../queue/schema'
import { mayBecome } from '../transitions'
import { countNext, nextOf, statesBefore } from './found-queries'
import { workOnBulkJob } from './jobs'
import { wholeView } from './schema'
import { bulkLimits } from './types'
import { wantedUntil } from './wanted-until'

/**
 * The next portion of a decision about a whole view, in one transaction with the note of how far it has come: whoever
 * ends it or dies over it, the next goes on where it was. Answers whether there is more.
 */
export const workOnBulk = (bulkId: string): Promise<boolean> =>
  inTransaction(async (tx) => {
    const locked = await tx.$executeRaw`
      select from bulk_decision where id = ${bulkId}::uuid for update skip locked`
    const bulk = await tx.bulkDecision.findUnique({
      where: { id: bulkId },
      include: { by: true, undoneBy: true },
    })
    // Another worker is at it, as when somebody was taken for dead.
    if (bulk && locked === 0) return true
    const works = { counting: countPortion, running: decidePortion, undoing: undoPortion }
    const work = bulk && works[bulk.state as keyof typeof works]
    if (!bulk || !work) return false
    // Whoever may not act any more does not act by a job either.
    const { id, name, role, disabledAt } = (bulk.state === 'undoing' && bulk.undoneBy) || bulk.by
    if (disabledAt) return settle(tx, bulk, { state: 'cancelled' })
    return work(tx, { id, name, role }, bulk)
  })

/** Leaves the rest to the next job. */
export const continueBulk = (bulkId: string) => inTransaction((tx) => enqueue(tx, workOnBulkJob, { bulkId }))

type Portion = (tx: Tx, actor: StaffActor, bulk: BulkDecision) => Promise<boolean>

const countPortion: Portion = async (tx, actor, bulk) => {
  const { count, next } = await countNext(tx, wantedIn(actor, bulk), bulkLimits.counting)
  const total = bulk.total + count
  const data = { total, ...placed(next), ...(next ? {} : { state: 'running' as const }) }
  await tx.bulkDecision.update({ where: { id: bulk.id }, data })
  return true
}

const decidePortion: Portion = async (tx, actor, bulk) => {
  const { found, next } = await nextOf(tx, wantedIn(actor, bulk), bulkLimits.portion)
  const before = bulk.becomes
    ? undefined
    : await statesBefore(
        tx,
        found.map(({ id }) => id),
      )
  const wishes = found.map(({ id: commentId, status: seen }) => {
    const becomes = bulk.becomes ?? before!.get(commentId)!
    return { commentId, seen, becomes, asOf: bulk.until, bulkId: bulk.id, byJob: true }
  })
  const { good, bad } = await decidedOf(tx, actor, bulk, wishes)
  const data = { decided: { increment: good }, refused: { increment: bad }, ...placed(next) }
  return next ? goOn(tx, bulk, data) : settle(tx, bulk, { ...data, state: 'done' })
}

const undoPortion: Portion = async (tx, actor, bulk) => {
  const decisions = await tx.moderationDecision.findMany({
    where: { bulkId: bulk.id, ...(bulk.placeId ? { id: { gt: bulk.placeId } } : {}) },
    orderBy: { id: 'asc' },
    take: bulkLimits.portion,
  })
  const wishes = decisions.map(({ id: after, commentId, from, to }) => {
    return { commentId, seen: to, becomes: from, after, undoes: true, byJob: true }
  })
  const { good, bad } = await decidedOf(tx, actor, bulk, wishes)
  const data = {
    undone: { increment: good },
    left: { increment: bad },
    placeId: decisions.at(-1)?.id ?? null,
  }
  return decisions.length === bulkLimits.portion
    ? goOn(tx, bulk, data)
    : settle(tx, bulk, { ...data, state: 'undone' })
}

/** Decides, and notes about which comments that was not possible. */
async function decidedOf(
  tx: Tx,
  actor: StaffActor,
  { id: bulkId, state }: BulkDecision,
  wishes: readonly Wish[],
) {
  const possible = wishes.filter(({ seen, becomes }) => mayBecome(seen, becomes))
  const outcomes = await decideTogether(tx, actor, possible)
  const refusals = [
    ...wishes
      .filter((wish) => !possible.includes(wish))
      .map((wish) => ({ ...wish, refusal: 'not-possible' })),
    ...possible.flatMap((wish, place) => refusalIn(wish, outcomes[place]!)),
  ]
  const ofUndo = state === 'undoing'
  if (refusals.length > 0)
    await tx.bulkRefusal.createMany({
      data: refusals.map(({ commentId, refusal }) => ({ bulkId, ofUndo, commentId, refusal })),
      skipDuplicates: true,
    })
  return { good: wishes.length - refusals.length, bad: refusals.length }
}

// What is not there any more has no row to note it with.
const refusalIn = (wish: Wish, outcome: Decided) =>
  outcome.ok || outcome.refusal === 'not-found' ? [] : [{ ...wish, refusal: outcome.refusal }]

function wantedIn(actor: StaffActor, { view, filters, zone, until, placeAt, placeId }: BulkDecision) {
  const { status } = wholeView.pick({ status: true }).parse({ status: view })
  const after = placeAt && placeId ? { at: placeAt, id: placeId } : undefined
  return wantedUntil(actor, { view: status, filters: queueFilters.parse(filters), zone, until, after })
}

const placed = (place: ListPlace | undefined) => ({ placeAt: place?.at ?? null, placeId: place?.id ?? null })

type Change = Prisma.BulkDecisionUncheckedUpdateInput

async function goOn(tx: Tx, { id }: BulkDecision, data: Change) {
  await tx.bulkDecision.update({ where: { id }, data })
  return true
}

async function settle(tx: Tx, { id }: BulkDecision, data: Change) {
  await tx.bulkDecision.update({ where: { id }, data: { ...data, settledAt: new Date() } })
  return false
}
