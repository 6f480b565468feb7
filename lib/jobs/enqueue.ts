import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { newId } from '@/lib/kernel/ids'
import type { JobToken } from './job'

interface When {
  /** Not before this time. */
  after?: Date
  /** Two jobs of one queue with the same id are one job. */
  id?: string
}

/** Leaves work for the worker, in the caller's transaction: undone with it, visible with its commit. */
export async function enqueue<Data>(tx: Tx, job: JobToken<Data>, data: Data, when: When = {}) {
  const row = Prisma.sql`select ${when.id ?? newId()}::uuid, ${JSON.stringify(data)}::jsonb, ${when.after ?? null}::timestamptz`
  await tx.$executeRaw`${newJobs(job, row)}`
}

/** The same for many jobs of a kind at once. */
export async function enqueueAll<Data>(
  tx: Tx,
  job: JobToken<Data>,
  data: readonly Data[],
  { after }: Pick<When, 'after'> = {},
) {
  if (data.length === 0) return
  const rows = Prisma.sql`
    select id, data, ${after ?? null}::timestamptz from unnest(${data.map(() => newId())}::uuid[], ${data.map((one) => JSON.stringify(one))}::jsonb[])
      as fresh (id, data)`
  await tx.$executeRaw`${newJobs(job, rows)}`
}

/**
 * Jobs as a part of a larger statement. `rows` gives their id, data and start (null: now). Writing into
 * pg-boss's table is its documented way for SQL; doing so needs no started pg-boss in a web process.
 * No NOTIFY with it: Postgres lets transactions that notify commit only one after the other, each with a
 * flush of its own; the worker looks every half second instead.
 */
export const newJobs = <Data>({ name }: JobToken<Data>, rows: Prisma.Sql) => Prisma.sql`
  insert into pgboss.job
    (id, name, data, start_after, keep_until, policy, dead_letter, expire_seconds, deletion_seconds, retry_limit,
     retry_delay, retry_backoff, retry_delay_max)
  select fresh.id, q.name, fresh.data, coalesce(fresh.start, now()),
    coalesce(fresh.start, now()) + q.retention_seconds * interval '1 second', q.policy, q.dead_letter,
    q.expire_seconds, q.deletion_seconds, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max
  from (${rows}) as fresh (id, data, start) join pgboss.queue q on q.name = ${name}
  on conflict do nothing`
