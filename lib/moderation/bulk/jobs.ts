import { z } from 'zod'
import { dayInSeconds, job, patient } from '@/lib/jobs/job'

/** Goes on with a decision about a whole view, or with taking it back. */
export const workOnBulkJob = job('work-on-bulk', z.object({ bulkId: z.guid() }), {
  ...patient,
  retryDelay: 1,
  retryDelayMax: 60,
  // A worker takes far less before it leaves the rest to the next.
  expireInSeconds: 30,
  deleteAfterSeconds: dayInSeconds,
  localConcurrency: 2,
  pollingIntervalSeconds: 0.5,
})
