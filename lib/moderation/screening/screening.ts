import type { RuleVerdict } from '@/lib/db/generated/enums'
import type { HoldCode, ScreeningCode } from '@/lib/i18n/statements/codes'
import type * as said from '@/lib/i18n/statements/statement'
import type { FilterOpinion } from '@/lib/spam/learning/queries'
import type { StandingMatch } from '../rules/types'
import type { SpamAnswer, SpamSubmission } from '@/lib/spam/port'
import type { WordRule } from '@/lib/spam/words/queries'

/** Everything that the rules may look at. */
export interface Screening {
  submission: SpamSubmission
  /** Why the comment has to wait, found when it was stored: so many came at once, for instance. */
  heldFor?: HoldCode
  words: readonly WordRule[]
  /** The standing rule that is about it, if there is one. */
  standing?: StandingMatch
  /** As many links or more make a comment wait; 0: no number does. */
  linksToHold: number
  /** Who has to wait for an editor whatever is found. */
  hold: 'everybody' | 'first-timers' | 'nobody'
  /** Has a comment of this name and e-mail address been approved? */
  known: boolean
  /** Whom of the staff a name or an e-mail address could be mistaken for. */
  staffLookAlike?: (who: { name: string; email: string }) => string | undefined
  /** A person has decided already: then nothing ends the screening early. */
  decided: boolean
  checker: { name: string; ask: () => Promise<SpamAnswer> }
  filter: () => Promise<FilterOpinion>
}

/** What a rule says: nothing; a sign, to be kept in mind; hold it; it is spam; to the trash; it cannot tell. */
export type Said = RuleVerdict

export interface RuleFinding {
  verdict: Said
  /** What was looked at, in short. */
  input: said.Input
  why: said.Finding
  /** The line of a word list that was found. */
  wordRuleId?: string
  /** The standing rule that holds it. */
  standingRuleId?: string
  /** What the checker answered. */
  answer?: SpamAnswer
}

/** A rule's finding, as it is kept with the comment. */
export interface Step extends RuleFinding {
  rule: ScreeningCode
  ms: number
  at: Date
}
