import { z } from 'zod'
import { dayInSeconds, job, patient } from '@/lib/jobs/job'

export const emailChangeMails = ['confirm', 'asked', 'changed'] as const

/** A mail about another e-mail address of somebody of the staff: to the new one, or to the old one. */
export const sendEmailChangeJob = job(
  'send-email-change',
  z.object({ changeId: z.guid(), mail: z.enum(emailChangeMails) }),
  {
    ...patient,
    expireInSeconds: 120,
    // What is told too late is of no use: a change is confirmed within a day.
    retryLimit: 60,
    deleteAfterSeconds: dayInSeconds,
    batchSize: 3,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 1,
  },
)
