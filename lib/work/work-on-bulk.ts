import { setTimeout as pause } from 'node:timers/promises'
import { continueBulk, workOnBulk } from '@/lib/moderation/bulk/portion-commands'
import type { workOnBulkJob } from '@/lib/moderation/bulk/jobs'
import type { JobData } from '@/lib/jobs/job'
import type { Job } from './ports'

// Well within the time that a worker has to end in; the rest is the next job's.
const longest = 6_000
// Between two portions others are let in: readers who comment, editors who decide.
const share = 0.5
const [shortestPause, longestPause] = [20, 250]

/** Goes on with a decision about a whole view, portion by portion. */
export async function workOnBulkUntilDone({ data: { bulkId }, signal }: Job<JobData<typeof workOnBulkJob>>) {
  const end = performance.now() + longest
  while (performance.now() < end && !signal?.aborted) {
    const began = performance.now()
    if (!(await workOnBulk(bulkId))) return
    const rest = (performance.now() - began) * share
    await pause(Math.min(longestPause, Math.max(shortestPause, rest)))
  }
  await continueBulk(bulkId)
}
