import type { ScreeningCode } from '@/lib/i18n/statements/codes'
import type { RuleFinding, Screening, Step } from './screening'
import { checkersVerdict, learnedOpinion } from './by-checkers'
import { disallowedWords, links, moderationWords } from './by-text'
import {
  browsersWork,
  flood,
  hiddenFieldFilled,
  standingRule,
  staffLookAlike,
  timeToFill,
  waitsForAnEditor,
} from './by-circumstance'

interface Rule {
  name: ScreeningCode
  look: (about: Screening, before: readonly Step[]) => RuleFinding | Promise<RuleFinding>
}

/** The rules by which a comment is screened, in their order. What goes to the trash is shown to nobody further. */
export const screeningRules: readonly Rule[] = [
  { name: 'disallowed-words', look: disallowedWords },
  { name: 'standing-rule', look: standingRule },
  { name: 'moderation-words', look: moderationWords },
  { name: 'links', look: links },
  { name: 'staff-look-alike', look: staffLookAlike },
  { name: 'flood', look: flood },
  { name: 'hidden-field', look: hiddenFieldFilled },
  { name: 'time-to-fill', look: timeToFill },
  { name: 'browser-work', look: browsersWork },
  { name: 'spam-verdict', look: checkersVerdict },
  { name: 'learning-filter', look: learnedOpinion },
  { name: 'waits-for-editor', look: waitsForAnEditor },
]

/** Asks the rules one after another, and keeps what each saw and said, and how long it took. */
export async function screen(about: Screening, now: () => number = Date.now): Promise<Step[]> {
  const steps: Step[] = []
  for (const { name, look } of screeningRules) {
    const at = now()
    const finding = await look(about, steps)
    steps.push({ rule: name, ...finding, ms: Math.max(0, Math.round(now() - at)), at: new Date(at) })
    if (finding.verdict === 'trash' && !about.decided) break
  }
  return steps
}
