import { z } from 'zod'
import { dayInSeconds, job, patient } from '@/lib/jobs/job'

/** Somebody has asked for a link to set a new password: it is mailed, if anybody of the staff has that address. */
export const sendResetJob = job('send-reset', z.object({ askId: z.guid() }), {
  ...patient,
  expireInSeconds: 120,
  // Whoever waits for it has asked anew after an hour.
  retryLimit: 30,
  retryDelayMax: 120,
  deleteAfterSeconds: dayInSeconds,
  batchSize: 3,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 1,
})

/** An admin has given somebody a link: it is mailed to them. */
export const sendInvitationJob = job('send-invitation', z.object({ linkId: z.guid() }), {
  ...patient,
  expireInSeconds: 120,
  // The link works for a week.
  retryLimit: 160,
  deleteAfterSeconds: dayInSeconds,
  batchSize: 3,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 1,
})
