import type { CommentStatus } from '@/lib/db/generated/enums'
import type { Actor } from '@/lib/people/permissions'
import type { Lesson, SpamAnswer } from '@/lib/spam/port'

const nextSteps: Record<CommentStatus, readonly CommentStatus[]> = {
  pending: ['approved', 'spam', 'trash'],
  approved: ['pending', 'spam', 'trash'],
  spam: ['pending', 'approved', 'trash'],
  trash: ['pending', 'approved', 'spam'],
}
export const mayBecome = (from: CommentStatus, to: CommentStatus) => nextSteps[from].includes(to)

export interface StatusChange {
  from: CommentStatus
  to: CommentStatus
  /** It took back the step before it. */
  undoes?: boolean
}

/**
 * Where a comment goes back to from the spam or the trash, by its decisions, the oldest first: to what it was before.
 * An approved comment that was taken for spam and then trashed goes back to the spam, and from there to the readers.
 */
export function stateBefore(decisions: readonly StatusChange[]): CommentStatus {
  const steps = withoutUndone(decisions)
  // The way from where it was last waiting or published into the spam or the trash.
  let way = steps.slice(0, 1).map(({ from }) => from)
  for (const { to } of steps) {
    if (to === 'pending' || to === 'approved') way = [to]
    else if (way.at(-2) === to) way.pop()
    else way.push(to)
  }
  return way.at(-2) ?? 'pending'
}

function withoutUndone(decisions: readonly StatusChange[]): StatusChange[] {
  const steps: StatusChange[] = []
  for (const step of decisions) {
    const last = steps.at(-1)
    if (step.undoes && last?.from === step.to && last.to === step.from) steps.pop()
    else steps.push(step)
  }
  return steps
}

/** Who has decided, as the record has it: a person, or a rule of the system. */
export const deciderOf = (actor: Actor) =>
  actor.role === 'system' ? { rule: actor.rule } : { byId: actor.id }

/** Does a person's step contradict or confirm the filter, so that it should hear of it? Trash is a matter of taste. */
export function lessonOf(from: CommentStatus, to: CommentStatus): Lesson | undefined {
  if (to === 'spam') return 'spam'
  return from === 'spam' && to !== 'trash' ? 'ham' : undefined
}

/** Counted in characters as people count them; `atOnce`: decisions in one request, less than a second of work. */
export const moderationLimits = { reason: 2_000, note: 500, atOnce: 50 }

/** How long a decision can be undone before anybody outside hears of it. */
export const undoWindowMs = 60_000

const minute = 60_000
const askAgainAfter = [minute, 5 * minute, 20 * minute]
const giveUpAfter = 21 * 24 * 60 * minute

/** How long to wait after the n-th time without a verdict; undefined: a person has to decide without one. */
export function pauseBefore(attempt: number, ageMs: number): number | undefined {
  return ageMs > giveUpAfter ? undefined : (askAgainAfter[attempt - 1] ?? 60 * minute)
}

/** A checker that wants to look once more is asked a few times; after that its word counts as it is. */
export const lookAgainAfter = ({ verdict, recheckAfter }: SpamAnswer, looks: number): number | undefined =>
  verdict === 'ham' && recheckAfter && looks < 3 ? recheckAfter * 1_000 : undefined
