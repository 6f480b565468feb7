import { z } from 'zod'
import { job, regular } from '@/lib/jobs/job'

/** Asks the checker how our account with it stands. */
export const reviewAccountJob = job('review-account', z.object({}), {
  retryLimit: 0,
  expireInSeconds: 60,
  policy: 'short',
  pollingIntervalSeconds: 2,
  cron: '5 */6 * * *',
})

/** Asks for a check of comments that wait without one. */
export const checkForgottenJob = job('check-forgotten', z.object({}), { ...regular, cron: '41 * * * *' })
