import { z } from 'zod'
import { dayInSeconds, job, patient } from '@/lib/jobs/job'

const edition = z.object({ editionId: z.guid() })

/** The time of a scheduled chapter has come. */
export const announcePublicationJob = job('announce-publication', edition, {
  ...patient,
  expireInSeconds: 30,
  retentionSeconds: 3_650 * dayInSeconds,
  batchSize: 20,
  pollingIntervalSeconds: 1,
})

const outside = {
  ...patient,
  expireInSeconds: 30,
  deleteAfterSeconds: dayInSeconds,
  batchSize: 5,
  pollingIntervalSeconds: 2,
}
/** A page has appeared, changed or gone, and somebody outside wants to know. */
export const notifySearchEnginesJob = job('tell-search-engines', edition, outside)
export const notifyFeedReadersJob = job('tell-feed-readers', edition, outside)

/** Draws the picture by which a chapter is shown where somebody shares it. */
export const makeShareImageJob = job('make-card', edition, {
  retryLimit: 5,
  retryDelay: 10,
  retryBackoff: true,
  expireInSeconds: 120,
  pollingIntervalSeconds: 1,
})
