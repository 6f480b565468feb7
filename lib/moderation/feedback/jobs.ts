import { z } from 'zod'
import { job, patient } from '@/lib/jobs/job'

/** Tells the checker and our own filter what an editor has decided. */
export const teachSpamFilterJob = job(
  'teach-spam-filter',
  z.object({ commentId: z.guid(), attempt: z.int().min(1).optional() }),
  {
    ...patient,
    expireInSeconds: 30,
    // Until it is accepted: hourly in the end, for as long as the comment's trace is kept.
    retryLimit: 720,
    batchSize: 5,
    pollingIntervalSeconds: 2,
  },
)
