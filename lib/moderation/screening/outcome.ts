import type { CommentStatus } from '@/lib/db/generated/enums'
import type { RuleCode } from '@/lib/i18n/statements/codes'
import { finding, type Finding } from '@/lib/i18n/statements/statement'
import type { Step } from './screening'

/** What becomes of a comment before anybody has seen it, and which rule decided so. */
export interface ScreeningOutcome {
  becomes: CommentStatus
  rule: RuleCode
  why: Finding
}

/** The trash before spam, spam before waiting. Published is only what no rule, and a checker by name, has let pass. */
export function outcomeOf(steps: readonly Step[]): ScreeningOutcome {
  const first = (...verdicts: Step['verdict'][]) => steps.find(({ verdict }) => verdicts.includes(verdict))
  const by = (becomes: CommentStatus, { rule, why }: Step): ScreeningOutcome => ({ becomes, rule, why })
  const [trash, spam, waits] = [first('trash'), first('spam'), first('hold', 'unknown')]
  if (trash) return by('trash', trash)
  if (spam) return by('spam', spam)
  if (waits) return by('pending', waits)
  const checked = steps.some(({ answer }) => answer?.verdict === 'ham')
  if (!checked) return { becomes: 'pending', rule: 'spam-verdict', why: finding('not-checked') }
  return { becomes: 'approved', rule: 'nothing-against-it', why: finding('nothing-against') }
}
