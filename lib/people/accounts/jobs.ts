import { z } from 'zod'
import { dayInSeconds, job, patient } from '@/lib/jobs/job'

/** Somebody has been removed: their address goes from what they wrote as comments, too. */
export const eraseAddressJob = job('erase-staff-address', z.object({ personId: z.guid() }), {
  ...patient,
  expireInSeconds: 300,
  deleteAfterSeconds: dayInSeconds,
  pollingIntervalSeconds: 10,
})
