import type { CommentStatus } from '@/lib/db/generated/enums'
import type { StatisticsWish } from './schema'

type ByStatus = Record<CommentStatus, number>

/** The comments of readers that were sent on a day, by what has become of them. */
export interface DayFigures extends ByStatus {
  day: string
}

interface HourFigures {
  /** From 0 to 23, by the clocks of whoever asks. */
  hour: number
  sent: number
  /** Decisions of people. */
  decided: number
}

/** Times that comments had waited for a person, in seconds: of so many, the middle one, and what nine of ten kept within. */
export interface Waits {
  count: number
  median?: number
  ninth?: number
}

export type Decisions = Record<CommentStatus | 'undone', number>

export interface PersonFigures {
  /** Left out for all others together. */
  id?: string
  name?: string
  decisions: Decisions
  waits: Waits
}

interface RuleFigures {
  rule: string
  /** What it has decided by itself. */
  decisions: Decisions
  /** How long what it had held waited for a person. */
  waits: Waits
}

interface CheckerFigures {
  checker: string
  waits: Waits
}

/** What was said of comments, and what people made of them: spam, no spam, or the trash, which is a matter of taste. */
export interface OpinionFigures {
  kind: 'checker' | 'filter' | 'rule'
  /** Of a checker or a rule. */
  code: string
  /** It spoke against a comment: people agreed, let it through, put it in the trash; nobody has decided. */
  against: { right: number; wrong: number; taste: number; unseen: number }
  /** It let one pass: people agreed, called it spam, …. Rules only speak against. */
  passed?: { right: number; wrong: number; taste: number; unseen: number }
  /** It could not tell. */
  unknown: number
  /** Of what it spoke against, the share that was spam to people. */
  precision?: number
  /** Of what was spam to people, the share that it spoke against. */
  recall?: number
}

export interface Statistics {
  wish: StatisticsWish
  days: DayFigures[]
  hours: HourFigures[]
  total: ByStatus
  /** How many comments had waited between which times: by the end of each step, in seconds; none: it has no end. */
  steps: { until?: number; count: number }[]
  waits: Waits
  /** Who sees every person's figures; others see their own, and those of all others together. */
  isByPerson: boolean
  people: PersonFigures[]
  rules: RuleFigures[]
  checkers: CheckerFigures[]
  opinions: OpinionFigures[]
}
