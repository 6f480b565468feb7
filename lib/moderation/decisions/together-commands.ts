import type { Tx } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { done, refuse } from '@/lib/kernel/result'
import type { StrayProblem } from '@/lib/kernel/text/typed-text'
import type { Actor } from '@/lib/people/permissions'
import { noteLessons } from '../feedback/commands'
import { moveAll } from './move-commands'
import { refusalOf, takenAway, type TakenAway } from './removed-by-author'
import { textHash } from './text-hash'

type TakenAwayRefusal = (typeof refusalOf)[TakenAway]
export type ReasonProblem = 'reason-long' | StrayProblem
export type Decided =
  | { ok: true; value: { commentId: string; chapterId: string; status: CommentStatus } }
  | { ok: false; refusal: 'not-possible' | 'not-found' | 'text-changed' | ReasonProblem | TakenAwayRefusal }
  | {
      ok: false
      refusal: 'already-moved'
      now: CommentStatus
      by: string | null
      rule: string | null
      at: Date
      /** It was the actor who brought it there: the same decision has come twice. */
      own: boolean
    }

/** A decision that has been read, and is possible by what was seen. */
export interface Wish {
  commentId: string
  seen: CommentStatus
  becomes: CommentStatus
  read?: string
  reason?: string
  undoes?: boolean
  /** What was decided about it or changed in it later than this was not seen. */
  asOf?: Date
  /** Only if this is still the last decision about it. */
  after?: string
  /** The decision about a whole view of which this is a part. */
  bulkId?: string
  /** A job does what the actor began. */
  byJob?: boolean
}

/** How a comment stands, and the last decision about it. */
interface Standing {
  id: string
  chapterId: string
  status: CommentStatus
  /** Stands for its text. */
  seal: string
  away: TakenAway | null
  sentAt: Date
  editedAt: Date | null
  decisionId: string | null
  from: CommentStatus | null
  to: CommentStatus | null
  byId: string | null
  by: string | null
  rule: string | null
  at: Date | null
}

/**
 * Decides about some comments at once, each of them named once: a few statements, however many they are. What becomes
 * of one is nothing to the others; each is answered in its place.
 */
export async function decideTogether(tx: Tx, actor: Actor, wishes: readonly Wish[]): Promise<Decided[]> {
  const standings = await standingsOf(
    tx,
    wishes.map(({ commentId }) => commentId),
  )
  const refusals = wishes.map((wish) => refusalFor(actor, wish, standings.get(wish.commentId)))
  const steps = wishes
    .filter((_, place) => !refusals[place])
    .map((wish) => ({
      ...wish,
      undoes: wish.undoes === true && isTakenBack(actor, wish, standings.get(wish.commentId)!),
      actor,
    }))
  await moveAll(tx, steps)
  await noteLessons(tx, actor, steps)
  return wishes.map(({ commentId, becomes }, place) => {
    const refusal = refusals[place]
    return refusal ?? done({ commentId, chapterId: standings.get(commentId)!.chapterId, status: becomes })
  })
}

/** Locked, always in the same order, so that two who decide about the same comments wait for each other and no more. */
async function standingsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Standing>> {
  await tx.$executeRaw`select from comment where id = any (${ids}::uuid[]) order by id for update`
  // Another statement: it sees what those have done for whom the first has waited.
  const rows = await tx.$queryRaw<Standing[]>`
    select c.id, c.chapter_id as "chapterId", c.status::text, ${textHash} as seal, ${takenAway} as away, c.sent_at as "sentAt",
      c.edited_at as "editedAt", d.id as "decisionId", d.from_status::text as "from", d.to_status::text as "to", d.by_id as "byId", person.name as by, d.rule, d.at
    from comment c
    left join lateral (
      select * from moderation_decision m where m.comment_id = c.id order by m.at desc, m.id desc limit 1) d on true
    left join person on person.id = d.by_id
    where c.id = any (${ids}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

function refusalFor(
  actor: Actor,
  wish: Wish,
  now: Standing | undefined,
): Exclude<Decided, { ok: true }> | undefined {
  if (!now) return refuse('not-found')
  const { seen, becomes, read, asOf } = wish
  if (read !== undefined && read !== now.seal) return refuse(now.away ? refusalOf[now.away] : 'text-changed')
  const moves = now.status === seen && !isDecidedSince(wish, now)
  // What its author took away may go to the trash, and nowhere from there.
  if (now.away && !(moves && becomes === 'trash')) return refuse(refusalOf[now.away])
  if (moves) return isLater(now.editedAt, asOf) ? refuse('text-changed') : undefined
  const { status, by, rule, at, sentAt } = now
  return {
    ok: false,
    refusal: 'already-moved',
    now: status,
    by,
    rule,
    at: at ?? sentAt,
    own: isOwn(actor, now),
  }
}

const isDecidedSince = ({ asOf, after }: Wish, now: Standing) =>
  isLater(now.at, asOf) || (after !== undefined && now.decisionId !== after)

const isLater = (at: Date | null, than: Date | undefined) => at !== null && than !== undefined && at > than

const isOwn = (actor: Actor, { byId }: Standing) => actor.role !== 'system' && byId === actor.id

// Only one's own last decision can be taken back; whatever else is called so is a decision like any other.
const isTakenBack = (actor: Actor, { seen, becomes }: Wish, last: Standing) =>
  isOwn(actor, last) && last.from === becomes && last.to === seen
