import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { aComment } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { checkForgotten } from './verdict-commands'

beforeEach(() => pool().query('delete from pgboss.job'))

const day = 24 * 60
interface Wish {
  minutes?: number
  status?: 'approved' | 'spam' | 'trash'
  traced?: boolean
  /** What was said of it, and whether that is the last word. */
  settles?: boolean
  /** The state of a job that is about it. */
  job?: string
}

async function isAskedAbout({ minutes = 60, status, traced = true, settles, job }: Wish) {
  const sentAt = new Date(Date.now() - minutes * 60_000)
  const { id: commentId } = await aComment({ traced, status, sentAt })
  if (settles !== undefined)
    await db.spamVerdict.create({
      data: { id: newId(), commentId, checker: 'akismet', verdict: 'ham', why: 'akismet-ham', settles },
    })
  if (job)
    await pool().query(
      `insert into pgboss.job (id, name, data, state, retry_limit, retry_delay, retry_backoff, expire_seconds, deletion_seconds, policy)
       select gen_random_uuid(), name, jsonb_build_object('commentId', $1::text), $2::pgboss.job_state,
         retry_limit, retry_delay, retry_backoff, expire_seconds, deletion_seconds, policy
       from pgboss.queue where name = 'check-spam'`,
      [commentId, job],
    )
  await checkForgotten()
  const { rows } = await pool().query<{ attempt: number }>(
    `select (data->>'attempt')::int as attempt from pgboss.job
     where name = 'check-spam' and data->>'commentId' = $1 and data ? 'attempt'`,
    [commentId],
  )
  // As after the growing pauses: from now on it is asked about hourly.
  expect(rows.filter(({ attempt }) => attempt !== 4)).toEqual([])
  return rows.length === 1
}

test.each<[string, Wish, boolean]>([
  ['of an hour ago', {}, true],
  ['of nine minutes ago, whose job may be at it', { minutes: 9 }, false],
  ['of eleven minutes ago', { minutes: 11 }, true],
  ['of nearly three weeks ago', { minutes: 21 * day - 1 }, true],
  ['of more than three weeks ago', { minutes: 21 * day + 1 }, false],
  ['that is published', { status: 'approved' }, false],
  ['that is spam', { status: 'spam' }, false],
  ['that is in the trash', { status: 'trash' }, false],
  ['of which nobody knows where it came from', { traced: false }, false],
  ['about which all was said', { settles: true }, false],
  ['that the checker wants to see again', { settles: false }, true],
  ['whose job waits', { job: 'created' }, false],
  ['whose job will be tried again', { job: 'retry' }, false],
  ['whose job is being done', { job: 'active' }, false],
  ['whose job is done', { job: 'completed' }, true],
  ['whose job was called off', { job: 'cancelled' }, true],
  ['whose job was given up', { job: 'failed' }, true],
])('a comment %s', async (_what, wish, asked) => {
  expect(await isAskedAbout(wish)).toBe(asked)
})
