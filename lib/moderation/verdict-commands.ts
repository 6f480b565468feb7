import { createHash } from 'node:crypto'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue, newJobs } from '@/lib/jobs/enqueue'
import { newId } from '@/lib/kernel/ids'
import type { SpamAnswer } from '@/lib/spam/port'
import { move } from './commands'
import { firstStatus, pauseBefore } from './rules'

/** The job that asked: its id makes the next one's, so that a job that runs twice is followed by one. */
export interface Asked {
  jobId: string
  commentId: string
  attempt: number
}

/** Keeps what a checker said, and makes the first decision from it unless a person has made one. */
export async function recordVerdict(asked: Asked, checker: string, answer: SpamAnswer, ageMs: number) {
  const { commentId, attempt } = asked
  await inTransaction(async (tx) => {
    // Locked, so that a person who decides at this moment is seen here or comes after.
    const [comment] = await tx.$queryRaw<{ touched: boolean }[]>`
      select exists (select from moderation_decision d where d.comment_id = c.id) as touched
      from comment c where c.id = ${commentId}::uuid for update`
    if (!comment) return
    await tx.spamVerdict.create({
      data: { id: newId(), commentId, checker, verdict: answer.verdict, why: storable(answer.why) },
    })
    if (answer.verdict === 'unknown') {
      const pause = pauseBefore(attempt, ageMs)
      if (pause) await askLater(tx, { ...asked, attempt: attempt + 1 }, pause)
      return
    }
    const becomes = firstStatus(answer.verdict)
    if (comment.touched || becomes === 'pending') return
    await move(
      tx,
      { role: 'system', rule: 'spam verdict' },
      { commentId, seen: 'pending', becomes, reason: storable(answer.why) },
    )
  })
}

/** Leaves the question for later, by a new job: one that waits holds up no other. */
export async function askLater(
  tx: Parameters<typeof enqueue>[0],
  { jobId, ...data }: Asked,
  pauseMs: number,
) {
  await enqueue(tx, 'check-spam', data, { id: idAfter(jobId), after: new Date(Date.now() + pauseMs) })
}

/** Asks again about pending comments that have no verdict and whose job got lost, whatever happened to it. */
export const checkForgotten = () =>
  db.$executeRaw`${newJobs(
    'check-spam',
    Prisma.sql`
    select gen_random_uuid(), jsonb_build_object('commentId', c.id, 'attempt', 4), null::timestamptz
    from comment c join submission_trace t on t.comment_id = c.id
    where c.status = 'pending' and c.sent_at between now() - interval '21 days' and now() - interval '10 minutes'
      and not exists (select from spam_verdict v where v.comment_id = c.id and v.verdict <> 'unknown')
      and not exists (
        select from pgboss.job j
        where j.name = 'check-spam' and j.state < 'completed' and j.data->>'commentId' = c.id::text)
    limit 1000`,
  )}`

const storable = (text: string) => text.toWellFormed().replaceAll('\0', '').slice(0, 1_000).toWellFormed()

const idAfter = (jobId: string) =>
  createHash('sha256')
    .update(`after ${jobId}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
