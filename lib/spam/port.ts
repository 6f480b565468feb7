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
  /** The page that it was sent from. */
  permalink?: string
  /** When the page's text was last changed. */
  revisedAt?: Date
  /** What stood in the field that people do not see. */
  honeypot?: string
  elapsedMs?: number
  /** This is not the first time that we ask about it. */
  recheck?: boolean
}

export type Verdict = 'ham' | 'spam' | 'discard' | 'unknown'

export interface SpamAnswer {
  verdict: Verdict
  /** A sentence for the editor. */
  why: string
  /** Something that the owner of the site must see to. */
  alert?: { code: string; message: string }
  /** Seconds after which the checker knows more. */
  recheckAfter?: number
  /** The checker's own name for this check. */
  guid?: string
}

/** Somebody who can tell spam from ham. Never throws in `check`: what it cannot tell is `unknown`. */
export interface SpamChecker {
  name: string
  check(submission: SpamSubmission, signal?: AbortSignal): Promise<SpamAnswer>
  /** Tells the checker what a person decided. Throws when it was not accepted, so that the job is run again. */
  teach(submission: SpamSubmission, as: 'ham' | 'spam'): Promise<void>
}
