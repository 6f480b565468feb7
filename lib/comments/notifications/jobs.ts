import { z } from 'zod'
import { dayInSeconds, job, patient, regular } from '@/lib/jobs/job'

/** Somebody may be waiting to hear of this comment: its author, whom it answers, the staff. */
export const notifyPeopleJob = job('tell-people', z.object({ commentId: z.guid() }), {
  ...patient,
  expireInSeconds: 30,
  deleteAfterSeconds: dayInSeconds,
  batchSize: 10,
  pollingIntervalSeconds: 1,
})

// A mail server may be away for days: hourly in the end, for five days.
const byMail = { ...patient, expireInSeconds: 120, retryLimit: 130, deleteAfterSeconds: dayInSeconds }

export const sendMailJob = job('send-mail', z.object({ mailId: z.guid() }), {
  ...byMail,
  batchSize: 3,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 1,
})

/** Puts the replies of a day together, for those who want them so. */
export const gatherDigestsJob = job('gather-digests', z.object({}), { ...regular, cron: '0 7 * * *' })

export const sendDigestJob = job('send-digest', z.object({ digestId: z.guid() }), {
  ...byMail,
  batchSize: 3,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 2,
})
