import { expect, test } from 'vitest'
import { z } from 'zod'
import { job } from '@/lib/jobs/job'
import { jobs } from './jobs'

const [minute, hour, day] = [60, 60 * 60, 24 * 60 * 60]

// For what must be done in the end: twice as long a pause each time, an hour at most.
const patient = {
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: hour,
  retentionSeconds: 60 * day,
}
const regular = { retryLimit: 3, retryDelay: minute, expireInSeconds: 10 * minute, policy: 'short' }
const mail = { ...patient, retryLimit: 130, expireInSeconds: 2 * minute, deleteAfterSeconds: day }
const outside = { ...patient, retryLimit: 12, expireInSeconds: 30, deleteAfterSeconds: day }

/** How each kind of job is kept and tried again, and how the worker takes it. A change here is one on purpose. */
const policies: Record<string, { queue: object; taken: object; cron?: string }> = {
  'check-spam': {
    queue: { ...patient, retryLimit: 12, expireInSeconds: 30, deleteAfterSeconds: day },
    // Never more than ten questions to the checker at once.
    taken: { batchSize: 5, localConcurrency: 2, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 },
  },
  'teach-spam-filter': {
    // Hourly for as long as a trace is kept: thirty days.
    queue: { ...patient, retryLimit: 30 * 24, expireInSeconds: 30 },
    taken: { batchSize: 5, pollingIntervalSeconds: 2 },
  },
  'work-on-bulk': {
    queue: {
      ...patient,
      retryDelay: 1,
      retryDelayMax: minute,
      retryLimit: 12,
      expireInSeconds: 30,
      deleteAfterSeconds: day,
    },
    taken: { localConcurrency: 2, pollingIntervalSeconds: 0.5 },
  },
  'review-account': {
    queue: { retryLimit: 0, expireInSeconds: minute, policy: 'short' },
    taken: { pollingIntervalSeconds: 2 },
    cron: '5 */6 * * *',
  },
  'check-forgotten': { queue: regular, taken: { pollingIntervalSeconds: 10 }, cron: '41 * * * *' },
  'tell-people': {
    queue: { ...patient, retryLimit: 12, expireInSeconds: 30, deleteAfterSeconds: day },
    taken: { batchSize: 10, pollingIntervalSeconds: 1 },
  },
  'send-mail': { queue: mail, taken: { batchSize: 3, burstWhenBatchFull: true, pollingIntervalSeconds: 1 } },
  'gather-digests': { queue: regular, taken: { pollingIntervalSeconds: 10 }, cron: '0 7 * * *' },
  'send-digest': {
    queue: mail,
    taken: { batchSize: 3, burstWhenBatchFull: true, pollingIntervalSeconds: 2 },
  },
  'send-reset': {
    queue: { ...mail, retryLimit: 30, retryDelayMax: 2 * minute },
    taken: { batchSize: 3, burstWhenBatchFull: true, pollingIntervalSeconds: 1 },
  },
  'send-invitation': {
    queue: { ...mail, retryLimit: 160 },
    taken: { batchSize: 3, burstWhenBatchFull: true, pollingIntervalSeconds: 1 },
  },
  'send-email-change': {
    queue: { ...mail, retryLimit: 60 },
    taken: { batchSize: 3, burstWhenBatchFull: true, pollingIntervalSeconds: 1 },
  },
  'erase-staff-address': {
    queue: { ...patient, retryLimit: 12, expireInSeconds: 5 * minute, deleteAfterSeconds: day },
    taken: { pollingIntervalSeconds: 10 },
  },
  'announce-publication': {
    // What is scheduled for years from now is still there then.
    queue: { ...patient, retryLimit: 12, expireInSeconds: 30, retentionSeconds: 3_650 * day },
    taken: { batchSize: 20, pollingIntervalSeconds: 1 },
  },
  'tell-search-engines': { queue: outside, taken: { batchSize: 5, pollingIntervalSeconds: 2 } },
  'tell-feed-readers': { queue: outside, taken: { batchSize: 5, pollingIntervalSeconds: 2 } },
  'make-card': {
    queue: { retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 2 * minute },
    taken: { pollingIntervalSeconds: 1 },
  },
  'forget-traces': { queue: regular, taken: { pollingIntervalSeconds: 10 }, cron: '17 3 * * *' },
}

test('every kind of job has its line here', () => {
  expect(jobs.map(({ name }) => name).sort()).toEqual(Object.keys(policies).sort())
})

test.each(jobs.map((one) => [one.name, one] as const))('%s', (name, { queue, taken, cron }) => {
  // pg-boss says which of its options it was given; what is not given is its own choice.
  const given = Object.fromEntries(Object.entries(queue).filter(([, value]) => value !== undefined))
  expect({ queue: given, taken, cron }).toEqual({ cron: undefined, ...policies[name] })
})

/** The least seconds that go by until a job that always fails is given up: pg-boss draws twice as much at most. */
function lasts({ retryLimit = 2, retryDelay = 0, retryBackoff = false, retryDelayMax = Infinity }) {
  const pauses = Array.from({ length: retryLimit }, (_, time) =>
    retryBackoff ? Math.min(retryDelayMax, retryDelay * 2 ** Math.min(15, time)) : retryDelay,
  )
  return pauses.reduce((sum, pause) => sum + pause, 0)
}

test.each([
  ['check-spam', 3 * hour],
  ['teach-spam-filter', 29 * day],
  ['send-mail', 5 * day],
  ['send-digest', 5 * day],
  ['send-reset', 50 * minute],
])('%s is tried for long enough, and kept for as long as it is tried', (name, least) => {
  const { queue } = jobs.find((one) => one.name === name)!
  expect(lasts(queue)).toBeGreaterThanOrEqual(least)
  expect(lasts(queue)).toBeLessThan(queue.retentionSeconds!)
})

test('a job that says nothing of how it is taken is taken as pg-boss does', () => {
  const plain = job('plain', z.object({}), { retryLimit: 1 })
  expect(plain).toMatchObject({ queue: { retryLimit: 1 }, taken: {}, cron: undefined })
  expect(Object.keys(plain.taken)).toEqual([])
})
