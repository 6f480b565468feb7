import { z } from 'zod'
import { dayInSeconds, job, patient } from '@/lib/jobs/job'

/** Screens a pending comment. */
export const checkSpamJob = job(
  'check-spam',
  z.object({
    commentId: z.guid(),
    attempt: z.int().min(1),
    /** Why it is asked about anew: a person's wish, or its author has changed it. */
    reason: z.enum(['recheck_queue', 'edit']).optional(),
    /** How often the checker has asked to be asked again. */
    looks: z.int().min(0).optional(),
    /** Which "check all again" it belongs to. */
    run: z.string().optional(),
  }),
  {
    ...patient,
    expireInSeconds: 30,
    deleteAfterSeconds: dayInSeconds,
    // Two portions of five: never more than ten questions to the checker at once.
    batchSize: 5,
    localConcurrency: 2,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 0.5,
  },
)
