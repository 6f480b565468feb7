import { record } from '@/lib/audit/commands'
import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { lockFor } from '@/lib/db/locks'
import { newId, uuidIn } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { namedFilters } from '../queue/schema'
import { newSavedView, renamedView } from './schema'
import { seenBy } from './seen-by'

/** As many as can be read in a list: for everybody, and for each person. */
const most = 30

/** Keeps a view with its filters under a name, for the person or for everybody. */
export async function saveView(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  if (actor.role === 'system') return refuse('not-possible')
  const read = newSavedView.safeParse(given)
  if (!read.success) return refuse(nameProblem(read.error.issues))
  const { name, status, filters, forAll } = read.data
  const ownerId = forAll ? null : actor.id
  return inTransaction(async (tx) => {
    await lockFor(tx, 'savedViews')
    if ((await tx.savedView.count({ where: { ownerId } })) >= most) return refuse('views-many')
    if (await isThere(tx, ownerId, name)) return refuse('view-there')
    const id = newId()
    const named = Object.fromEntries(namedFilters(filters))
    await tx.savedView.create({ data: { id, name, view: status, filters: named, ownerId } })
    await record(tx, actor, { kind: 'view-saved', about: id, after: { forAll } })
    return done({ id })
  })
}

/** Gives one of those that the person sees another name. */
export async function renameView(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  const read = renamedView.safeParse(given)
  if (!read.success) return refuse(nameProblem(read.error.issues))
  const { id, name } = read.data
  return inTransaction(async (tx) => {
    await lockFor(tx, 'savedViews')
    const view = await tx.savedView.findFirst({ where: { id, OR: seenBy(actor) } })
    if (!view) return refuse('not-found')
    if (await isThere(tx, view.ownerId, name, id)) return refuse('view-there')
    await tx.savedView.update({ where: { id }, data: { name } })
    await record(tx, actor, { kind: 'view-renamed', about: id, after: { forAll: view.ownerId === null } })
    return done({ id })
  })
}

export async function removeView(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  const id = uuidIn(given)
  if (!id) return refuse('not-found')
  return inTransaction(async (tx) => {
    const view = await tx.savedView.findFirst({ where: { id, OR: seenBy(actor) } })
    // Of two who remove it at once, one has.
    const { count } = view ? await tx.savedView.deleteMany({ where: { id } }) : { count: 0 }
    if (!view || count === 0) return refuse('not-found')
    await record(tx, actor, { kind: 'view-removed', about: id, before: { forAll: view.ownerId === null } })
    return done({ id })
  })
}

const isThere = async (tx: Tx, ownerId: string | null, name: string, but?: string) =>
  (await tx.savedView.count({ where: { ownerId, name, ...(but ? { id: { not: but } } : {}) } })) > 0

const nameProblem = (issues: readonly { path: PropertyKey[]; message: string }[]) =>
  issues.find(({ path }) => path[0] === 'name')?.message ?? 'form-broken'
