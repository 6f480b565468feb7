import type { Mark } from '@/lib/comments/submit/marks'
import type { CommentStatus, StandingEffect, StandingKind } from '@/lib/db/generated/enums'

/** What a rule is about, as its pages show it. */
export type { Mark }

/** In the order in which pages offer them. */
export const standingKinds = [
  'author',
  'address',
  'network',
  'host',
] as const satisfies readonly StandingKind[]
export const standingEffects = ['hold', 'refuse'] as const satisfies readonly StandingEffect[]

/** A rule that is about a comment. */
export interface StandingMatch {
  id: string
  kind: StandingKind
  value: string
  effect: StandingEffect
}

/** A rule as its page lists it. */
export interface ListedRule {
  id: string
  kind: StandingKind
  /** Null: erased, some time after the rule ended. */
  value: string | null
  effect: StandingEffect
  reason: string | null
  createdAt: Date
  /** Null: made by somebody whose row is gone. */
  by: string | null
  /** When it ends, or has ended, by itself. */
  endsAt: Date | null
  /** When somebody ended it, and who. */
  endedAt: Date | null
  endedBy: string | null
  hits: number
  lastHitAt: Date | null
}

/** A comment that a rule would have caught. */
export interface CaughtSample {
  id: string
  name: string
  text: string
  status: CommentStatus
  sentAt: Date
}

/** What a rule would have caught in the last 30 days, by what became of it. */
export interface RulePreview {
  kind: StandingKind
  value: string
  counts: Record<CommentStatus, number>
  /** There may be more: so many were looked at that the rest was left. */
  isMore: boolean
  samples: CaughtSample[]
  /** The rule that is in force about it already. */
  there?: { id: string; effect: StandingEffect }
}

export const ruleLimits = {
  /** In force at once: more are no rules that anybody oversees. */
  most: 5_000,
  reason: 500,
  value: 254,
  onAPage: 50,
  samples: 3,
  /** What a preview looks back at: as far as it is known where comments came from. */
  days: 30,
}
