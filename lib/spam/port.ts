import type { Finding, Problem } from '@/lib/i18n/statements/statement'
import type { Lesson } from './rules'

/** What a checker may know about a comment. */
export interface SpamSubmission {
  ip: string
  userAgent: string
  referrer: string
  name: string
  email: string
  /** Only when the reader gave one. */
  url?: string
  text: string
  locale: string
  sentAt: Date
  kind: 'comment' | 'reply'
  /** The comment that it answers. */
  parentId?: string
  /** The texts that it answers, where it quotes links: those are none of its own. */
  answered?: string
  /** The page that it was sent from. */
  permalink?: string
  /** When the page's text was last changed. */
  revisedAt?: Date
  /** What the page is about: its tags. */
  context?: readonly string[]
  /** The role of a commenter who is of the staff. */
  role?: string
  /** What stood in the field that people do not see. */
  honeypot?: string
  elapsedMs?: number
  /** Did the page's script do its work? Undefined: nothing came, as without scripts. */
  worked?: boolean
  /** Why we ask about it again, in Akismet's words; left out the first time. */
  recheck?: RecheckReason
}

type RecheckReason = 'retry' | 'recheck_queue' | 'edit'
export type Verdict = 'ham' | 'spam' | 'discard' | 'unknown'
export type { Lesson }

export interface SpamAnswer {
  verdict: Verdict
  why: Finding
  /** It is no spam to the checker, but a person should look before it is published. */
  holds?: true
  /** Something that the owner of the site must see to; in the checker's own words, where it has any. */
  alert?: { code: string; message?: string; url?: string }
  /** Seconds after which the checker knows more. */
  recheckAfter?: number
  /** The checker wants to be left alone for so long. */
  retryAfterMs?: number
  /** The checker's own name for this check. */
  guid?: string
}

/** What comes with a person's decision: who made it, and what the checker had said itself. */
export interface Report {
  reporter?: string
  saidBefore?: Verdict
}

/** How our account with the checker stands. */
export interface SpamAccount {
  key: 'valid' | 'invalid' | 'unknown'
  problem?: Problem
  usage?: { limit: number | null; calls: number; percentage: number; throttled: boolean; url?: string }
  months?: {
    month: string
    calls: number
    spam: number
    ham: number
    missedSpam: number
    falsePositives: number
  }[]
}

/** The code of the alert that the checker does not know our key. */
export const wrongKey = 'invalid'

/** Somebody who can tell spam from ham. Never throws in `check`: what it cannot tell is `unknown`. */
export interface SpamChecker {
  name: string
  /** It asks nobody outside: there is nothing to wait for, and no limit to how many are asked about at once. */
  here?: true
  check(submission: SpamSubmission, signal?: AbortSignal): Promise<SpamAnswer>
  /** Tells the checker what a person decided. Throws when it was not accepted, so that the job is run again. */
  teach(submission: SpamSubmission, as: Lesson, report?: Report): Promise<void>
  /** For a checker that keeps an account for us. Never throws. */
  account?(now: Date): Promise<SpamAccount>
}

/** A lesson that was not taken; the checker may have said when to come again. */
export class NotTaken extends Error {
  constructor(
    readonly why: Problem,
    readonly retryAfterMs?: number,
  ) {
    super(why.code)
  }
}
