import { forgetNetworks } from '@/lib/audit/commands'
import { forgetSearches } from '@/lib/chapters/counts/searches-commands'
import { keepTracesDays } from '@/lib/comments/rules'
import { forgetTraces, gatherCounts } from '@/lib/comments/retention-commands'
import { forgetEdits } from '@/lib/moderation/edits/retention-commands'
import { forgetEndedRules, gatherRuleHits } from '@/lib/moderation/rules/hit-commands'
import { forgetInputs } from '@/lib/moderation/screening/forget-commands'
import { gatherTallies } from '@/lib/moderation/statistics/gather-commands'
import { forgetResets } from '@/lib/people/links/reset-commands'
import { forgetUsedProofs } from '@/lib/people/second-factor/used-commands'
import { forgetEmailChanges } from '@/lib/people/email-change/commands'
import { forgetSessions } from '@/lib/people/sessions/commands'
import { forgetOldBrowsers } from '@/lib/people/sign-in/browser-commands'
import { forgetGuesses } from '@/lib/people/sign-in/guess-commands'

/** Removes what is kept for a time only, after it, and gathers what was counted apart. */
export async function forgetWhatIsOld() {
  await forgetTraces()
  await forgetInputs()
  await forgetEdits()
  await forgetSearches()
  await forgetGuesses()
  await forgetOldBrowsers()
  await forgetResets()
  await forgetUsedProofs()
  await forgetSessions()
  await forgetEmailChanges()
  await forgetNetworks(keepTracesDays)
  await forgetEndedRules()
  await gatherCounts()
  await gatherRuleHits()
  await gatherTallies()
}
