import type { CommentStatus } from '@/lib/db/generated/enums'
import { inTransaction } from '@/lib/db/in-transaction'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { mayBecome, moderationLimits } from '../transitions'
import { decision, type Decision } from './schema'
import { decideTogether, type Decided, type ReasonProblem, type Wish } from './together-commands'

/** Moves a comment from the status that the actor saw to another one. A colleague who was faster wins. */
export async function decide(actor: Actor, given: Decision): Promise<Decided> {
  ensure(actor, 'moderate comments')
  const read = wishIn(given)
  if (!read.ok) return read
  return inTransaction(async (tx) => (await decideTogether(tx, actor, [read.value]))[0]!)
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
  const read = given.slice(0, moderationLimits.atOnce).map(wishIn)
  const outcomes: EachDecided[] = read.map((one) => (one.ok ? refuse('unavailable') : one))
  const wishes = read.flatMap((one, place) => (one.ok ? [{ ...one.value, place }] : []))
  for (const round of inRounds(wishes)) {
    const decided = await decideRound(actor, round, failed)
    round.forEach(({ place, becomes }, at) => {
      const outcome = decided[at]!
      const again =
        !outcome.ok && outcome.refusal === 'already-moved' && outcome.own && outcome.now === becomes
      outcomes[place] = again ? done({ status: becomes }) : outcome
    })
  }
  return outcomes
}

/** All at once; where that fails, each by itself: what is wrong with one is nothing to the others. */
async function decideRound(
  actor: Actor,
  wishes: readonly Wish[],
  failed: (error: unknown) => void,
): Promise<EachDecided[]> {
  try {
    return await inTransaction((tx) => decideTogether(tx, actor, wishes))
  } catch (error) {
    if (wishes.length === 1) {
      failed(error)
      return [refuse('unavailable')]
    }
  }
  const outcomes: EachDecided[] = []
  for (const wish of wishes) outcomes.push(...(await decideRound(actor, [wish], failed)))
  return outcomes
}

/** In their order, and in each round every comment once: what is decided about it next is the next round's. */
function inRounds<Of extends Wish>(wishes: readonly Of[]): Of[][] {
  const rounds: Of[][] = []
  const named = new Set<string>()
  for (const wish of wishes) {
    if (rounds.length === 0 || named.has(wish.commentId)) {
      rounds.push([])
      named.clear()
    }
    named.add(wish.commentId)
    rounds.at(-1)!.push(wish)
  }
  return rounds
}

function wishIn(given: unknown) {
  const wish = decision.safeParse(given)
  if (!wish.success) return refuse(refusalIn(wish.error.issues))
  return mayBecome(wish.data.seen, wish.data.becomes) ? done(wish.data) : refuse('not-possible')
}

function refusalIn(issues: { path: PropertyKey[]; message: string }[]) {
  const at = (field: string) => issues.find(({ path }) => path[0] === field)
  const reason = at('reason')?.message as ReasonProblem | 'reason-missing' | undefined
  return at('commentId') ? 'not-found' : reason && reason !== 'reason-missing' ? reason : 'not-possible'
}
