import type { Tx } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { inTransaction } from '@/lib/db/in-transaction'
import { done, refuse } from '@/lib/kernel/result'
import type { StrayProblem } from '@/lib/kernel/text/typed-text'
import { ensure, type Actor } from '@/lib/people/permissions'
import { noteLesson } from '../feedback/commands'
import { mayBecome, moderationLimits } from '../transitions'
import { textHash } from './text-hash'
import { move } from './move-commands'
import { decision, type Decision } from './schema'
import { refusalOf, takenAway, type TakenAway } from './removed-by-author'

type TakenAwayRefusal = (typeof refusalOf)[TakenAway]
type ReasonProblem = 'reason-long' | StrayProblem
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

/** Moves a comment from the status that the actor saw to another one. A colleague who was faster wins. */
export async function decide(actor: Actor, given: Decision): Promise<Decided> {
  ensure(actor, 'moderate comments')
  const wish = decision.safeParse(given)
  if (!wish.success) return refuse(refusalIn(wish.error.issues))
  const { commentId, seen, becomes, reason, read } = wish.data
  if (!mayBecome(seen, becomes)) return refuse('not-possible')

  return inTransaction<Decided>(async (tx) => {
    if (read !== undefined && !(await isAsRead(tx, commentId, read)))
      return refuse((await authorsRefusal(tx, commentId)) ?? 'text-changed')
    const undoes = wish.data.undoes === true && (await isTakenBack(tx, actor, { commentId, seen, becomes }))
    const chapterId = await move(tx, actor, { commentId, seen, becomes, reason, undoes })
    if (!chapterId) return missed(tx, actor, commentId)
    await noteLesson(tx, actor, { commentId, seen, becomes })
    return done({ commentId, chapterId, status: becomes })
  })
}

type EachDecided =
  | { ok: true; value: { status: CommentStatus } }
  | Exclude<Decided, { ok: true }>
  | { ok: false; refusal: 'unavailable' }

/**
 * Decisions in their order, each by itself: what becomes of one is nothing to the others. One that comes again, since
 * its answer was lost, is answered as the first time. `failed` is told what is nobody's fault.
 */
export async function decideEach(
  actor: Actor,
  given: readonly Decision[],
  failed: (error: unknown) => void,
): Promise<EachDecided[]> {
  ensure(actor, 'moderate comments')
  const outcomes: EachDecided[] = []
  for (const one of given.slice(0, moderationLimits.atOnce)) {
    const outcome = await decide(actor, one).catch((error: unknown) => {
      failed(error)
      return refuse('unavailable')
    })
    const again =
      !outcome.ok && outcome.refusal === 'already-moved' && outcome.own && outcome.now === one.becomes
    outcomes.push(again ? done({ status: one.becomes }) : outcome)
  }
  return outcomes
}

function refusalIn(issues: { path: PropertyKey[]; message: string }[]) {
  const at = (field: string) => issues.find(({ path }) => path[0] === field)
  const reason = at('reason')?.message as ReasonProblem | 'reason-missing' | undefined
  return at('commentId') ? 'not-found' : reason && reason !== 'reason-missing' ? reason : 'not-possible'
}

// Only one's own last decision can be taken back; whatever else is called so is a decision like any other.
async function isTakenBack(
  tx: Tx,
  actor: Actor,
  { commentId, seen, becomes }: { commentId: string; seen: CommentStatus; becomes: CommentStatus },
): Promise<boolean> {
  const last = await tx.moderationDecision.findFirst({
    where: { commentId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { from: true, to: true, byId: true },
  })
  const own = actor.role !== 'system' && last?.byId === actor.id
  return own && last.from === becomes && last.to === seen
}

/** Is a comment's text still the one that was read? Its author may change it while somebody decides about it. */
export async function isAsRead(tx: Tx, commentId: string, read: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ seal: string }[]>`
    select ${textHash} as seal from comment c where c.id = ${commentId}::uuid for update`
  return !row || row.seal === read
}

/** Why nobody may bring a comment back, if its author has taken it away. */
export async function authorsRefusal(tx: Tx, commentId: string): Promise<TakenAwayRefusal | undefined> {
  const [row] = await tx.$queryRaw<{ away: TakenAway | null }[]>`
    select ${takenAway} as away from comment c where c.id = ${commentId}::uuid`
  return row?.away ? refusalOf[row.away] : undefined
}

async function missed(tx: Tx, actor: Actor, commentId: string): Promise<Decided> {
  const comment = await tx.comment.findUnique({
    where: { id: commentId },
    select: {
      status: true,
      sentAt: true,
      decisions: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: 1,
        include: { by: { select: { name: true } } },
      },
    },
  })
  if (!comment) return refuse('not-found')
  const away = await authorsRefusal(tx, commentId)
  if (away) return refuse(away)
  const [last] = comment.decisions
  const own = actor.role !== 'system' && last?.byId === actor.id
  const who = { by: last?.by?.name ?? null, rule: last?.rule ?? null, at: last?.at ?? comment.sentAt, own }
  return { ok: false, refusal: 'already-moved', now: comment.status, ...who }
}
