import { z } from 'zod'
import { forgetSearches } from '@/lib/chapters/counts/searches-commands'
import { forgetTraces } from '@/lib/comments/retention-commands'
import { job, regular } from '@/lib/jobs/job'
import { forgetInputs } from '@/lib/moderation/screening/forget-commands'
import { forgetResets } from '@/lib/people/links/reset-commands'
import { forgetOldBrowsers } from '@/lib/people/sign-in/browser-commands'
import { forgetGuesses } from '@/lib/people/sign-in/guess-commands'

/** What is kept for a time only is removed after it, in every room. */
export const forgetTracesJob = job('forget-traces', z.object({}), { ...regular, cron: '17 3 * * *' })

export async function forgetWhatIsOld() {
  await forgetTraces()
  await forgetInputs()
  await forgetSearches()
  await forgetGuesses()
  await forgetOldBrowsers()
  await forgetResets()
}
