import { announceAtDesk } from '@/lib/db/announce'
import { db, type Tx } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { ensure, type Actor, type StaffActor } from '@/lib/people/permissions'
import { look, type Happening, type Look } from './schema'

interface Move {
  actor: Actor
  commentId: string
  becomes: CommentStatus
}

// Of Postgres' 8,000 bytes: a move takes 65, a name of 245 letters a thousand.
const atOnce = 60
// A desk shows a hundred comments at most: whoever hears of so many looks again.
const most = 300

/** Tells open desks, when this transaction commits, what has become of comments, and by whom. */
export async function tellMoved(tx: Tx, moves: readonly Move[], at = new Date()) {
  if (moves.length > most) return announceAtDesk(tx, [json({ kind: 'much' })])
  const byPerson = Map.groupBy(moves, ({ actor }) => (actor.role === 'system' ? '' : actor.id))
  const payloads = [...byPerson.values()].flatMap((some) => {
    const { actor } = some[0]!
    const by = actor.role === 'system' ? null : { id: actor.id, name: actor.name }
    return portions(some).map((portion) =>
      json({
        kind: 'moved',
        by,
        at: at.toISOString(),
        moves: portion.map(({ commentId: id, becomes: to }) => ({ id, to })),
      }),
    )
  })
  await announceAtDesk(tx, payloads)
}

/** Tells them that somebody has changed what a comment says. */
export const tellEdited = (tx: Tx, { id, name }: StaffActor, comment: string, at: Date) =>
  announceAtDesk(tx, [json({ kind: 'edited', by: { id, name }, at: at.toISOString(), comment })])

/** Tells them that so many comments have been screened. New ones are told of here, and not where they are stored. */
export const tellScreened = (tx: Tx, count: number) =>
  announceAtDesk(tx, count > 0 ? [json({ kind: 'screened', count })] : [])

/** Tells them which comment somebody has before their eyes. It is kept nowhere, and forgotten after a minute. */
export async function tellLooking(actor: Actor, given: Look, at = new Date()): Promise<boolean> {
  ensure(actor, 'moderate comments')
  const read = look.safeParse(given)
  if (!read.success || actor.role === 'system') return false
  const by = { id: actor.id, name: actor.name }
  await announceAtDesk(db, [json({ kind: 'looking', by, ...read.data, since: at.toISOString() })])
  return true
}

const json = (one: Happening) => JSON.stringify(one)

function portions<One>(all: readonly One[]): One[][] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, place) =>
    all.slice(place * atOnce, (place + 1) * atOnce),
  )
}
