import { record } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { lockFor } from '@/lib/db/locks'
import { enqueue, newJobs } from '@/lib/jobs/enqueue'
import { newId, uuidIn } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { checkSpamJob } from '@/lib/comments/submit/jobs'
import { reviewAccountJob } from './jobs'

/** More than this at once would keep Akismet busy for an hour. */
const mostAtOnce = 10_000
const recheckKey = 'spam.recheck'

/** Has a pending comment screened anew, the checker asked again. */
export async function checkAgain(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  const commentId = uuidIn(given)
  if (!commentId) return refuse('not-found')
  return inTransaction(async (tx) => {
    const comment = await tx.comment.findUnique({
      where: { id: commentId },
      select: { status: true, trace: { select: { commentId: true } } },
    })
    if (!comment) return refuse('not-found')
    if (comment.status !== 'pending') return refuse('not-possible')
    if (!comment.trace) return refuse('trace-erased')
    await enqueue(tx, checkSpamJob, { commentId, attempt: 1, reason: 'recheck_queue' })
    await record(tx, actor, { kind: 'comment-checked-again', about: commentId })
    return done({ commentId })
  })
}

/** The same for everything that waits; not while the last such run is still on its way. */
export async function checkAllAgain(actor: Actor) {
  ensure(actor, 'moderate comments')
  return inTransaction(async (tx) => {
    await lockFor(tx, 'recheck')
    const last = await tx.setting.findUnique({ where: { key: recheckKey } })
    const lastRun = (last?.value as { run?: string } | undefined)?.run ?? ''
    const [open] = await tx.$queryRaw<{ waiting: number }[]>`
      select count(*)::int as waiting from pgboss.job
      where name = 'check-spam' and state < 'completed' and data->>'run' = ${lastRun}`
    if (open!.waiting > 0) return refuse('running')
    const run = newId()
    const total = await tx.$executeRaw`${newJobs(
      checkSpamJob,
      Prisma.sql`
      select gen_random_uuid(),
        jsonb_build_object('commentId', c.id, 'attempt', 1, 'reason', 'recheck_queue', 'run', ${run}::text), null::timestamptz
      from comment c join submission_trace t on t.comment_id = c.id
      where c.status = 'pending' order by c.sent_at limit ${mostAtOnce}::int`,
    )}`
    const value = {
      run,
      total,
      at: new Date().toISOString(),
      by: actor.role === 'system' ? actor.rule : actor.name,
    }
    await tx.setting.upsert({
      where: { key: recheckKey },
      create: { key: recheckKey, value },
      update: { value },
    })
    await record(tx, actor, { kind: 'all-checked-again', after: { total } })
    return done({ run, total })
  })
}

/** Asks the worker to look at the account with the checker now. */
export async function reviewNow(actor: Actor) {
  ensure(actor, 'moderate comments')
  await inTransaction(async (tx) => {
    await enqueue(tx, reviewAccountJob, {})
    await record(tx, actor, { kind: 'checker-reviewed' })
  })
  return done({})
}

/** How far the last "check all again" has come. */
export async function recheckProgress(actor: Actor) {
  ensure(actor, 'moderate comments')
  const row = await db.setting.findUnique({ where: { key: recheckKey } })
  const last = row?.value as { run: string; total: number; at: string; by: string } | undefined
  if (!last?.run) return undefined
  const [counted] = await db.$queryRaw<{ waiting: number; spam: number }[]>`
    select
      (select count(distinct data->>'commentId')::int from pgboss.job
       where name = 'check-spam' and state < 'completed' and data->>'run' = ${last.run}) as waiting,
      (select count(distinct comment_id)::int from spam_verdict
       where reason = 'recheck_queue' and verdict in ('spam', 'discard') and at >= ${new Date(last.at)}) as spam`
  const { waiting, spam } = counted!
  return {
    total: last.total,
    done: Math.max(0, last.total - waiting),
    spam,
    at: new Date(last.at),
    by: last.by,
  }
}
