import type { Queue, WorkOptions } from 'pg-boss'
import type { z } from 'zod'

type Kept = Omit<Queue, 'name' | 'deadLetter'>
type Taken = Pick<
  WorkOptions,
  'batchSize' | 'localConcurrency' | 'burstWhenBatchFull' | 'pollingIntervalSeconds'
>

/** How jobs of a kind are kept and tried again, and how the worker takes them, in pg-boss's own words. */
export interface JobPolicy extends Kept, Taken {
  /** When one is made by itself: five fields, UTC. One that was missed is made up for. */
  cron?: string
}

/** A kind of job: the name of its queue, what it carries, and its policy. Its one handler is in lib/work. */
export interface JobToken<Data> {
  name: string
  /** Ids only: a job looks the rest up when it runs. */
  schema: z.ZodType<Data>
  queue: Kept
  taken: Taken
  cron: string | undefined
}

export type JobData<Token> = Token extends JobToken<infer Data> ? Data : never

/** Declares a kind of job. The name stands in rows: another one leaves what waits behind. */
export function job<Data extends object>(
  name: string,
  schema: z.ZodType<Data>,
  { cron, batchSize, localConcurrency, burstWhenBatchFull, pollingIntervalSeconds, ...queue }: JobPolicy,
): JobToken<Data> {
  const taken = { batchSize, localConcurrency, burstWhenBatchFull, pollingIntervalSeconds }
  return { name, schema, queue, taken: defined(taken), cron }
}

const defined = <Options extends object>(options: Options) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options

export const dayInSeconds = 24 * 60 * 60

// expireInSeconds is the lease: the job of a worker that died is given out again after it.

/** For what must be done in the end: tried again for hours, then left for a person to see. */
export const patient = {
  retryLimit: 12,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3_600,
  retentionSeconds: 60 * dayInSeconds,
} satisfies JobPolicy

/** For what is made by the clock, and by the clock again. */
export const regular = {
  retryLimit: 3,
  retryDelay: 60,
  expireInSeconds: 600,
  policy: 'short',
  pollingIntervalSeconds: 10,
} satisfies JobPolicy
