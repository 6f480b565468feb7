import { createHash } from 'node:crypto'
import { db, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue, newJobs } from '@/lib/jobs/enqueue'
import type { JobData } from '@/lib/jobs/job'
import { newId, uuidOfHash } from '@/lib/kernel/ids'
import { move } from '../decisions/commands'
import { lookAgainAfter, pauseBefore } from '../transitions'
import { outcomeOf } from './outcome'
import type { Step } from './screening'
import { notifyPeopleJob } from '@/lib/comments/notifications/jobs'
import { checkSpamJob } from '@/lib/comments/submit/jobs'

/** The job that asked: its id makes the next one's, so that a job that runs twice is followed by one. */
export type Asked = JobData<typeof checkSpamJob> & { jobId: string }

/**
 * Keeps what the rules and the checker said, and makes the first decision from it unless a person has made one.
 * What was said of another text than stands there now counts for nothing: its author has changed it meanwhile, and
 * left a question of its own.
 */
export async function recordScreening(
  asked: Asked,
  checker: string,
  steps: readonly Step[],
  { ageMs, text }: { ageMs: number; text: string },
) {
  const { commentId } = asked
  await inTransaction(async (tx) => {
    // Locked, so that a person who decides at this moment is seen here or comes after.
    const [comment] = await tx.$queryRaw<{ decided: boolean; changed: boolean }[]>`
      select exists (select from moderation_decision d where d.comment_id = c.id and d.by_id is not null) as decided,
        c.text <> ${text} as changed
      from comment c where c.id = ${commentId}::uuid for update`
    if (!comment || comment.changed) return
    await keepSteps(tx, commentId, steps)
    if (asked.attempt === 1 && !asked.reason) await countHits(tx, steps)
    const settles = await keepVerdict(tx, asked, checker, steps, ageMs)
    const { becomes, rule, why } = outcomeOf(steps)
    if (settles) await enqueue(tx, notifyPeopleJob, { commentId })
    if (comment.decided || becomes === 'pending' || !settles) return
    await move(tx, { role: 'system', rule }, { commentId, seen: 'pending', becomes, why })
  })
}

// Answers whether nothing more is waited for.
async function keepVerdict(tx: Tx, asked: Asked, checker: string, steps: readonly Step[], ageMs: number) {
  const answer = steps.find((step) => step.answer)?.answer
  if (!answer) return true // the words have decided, and the checker was not asked
  const { jobId: _, attempt, looks = 0, ...same } = asked
  const again =
    answer.verdict === 'unknown'
      ? { pause: pauseBefore(attempt, ageMs), looks }
      : { pause: lookAgainAfter(answer, looks), looks: looks + 1 }
  const settles = answer.verdict !== 'unknown' && again.pause === undefined
  await tx.spamVerdict.create({
    data: {
      id: newId(),
      commentId: asked.commentId,
      checker,
      verdict: answer.verdict,
      why: answer.why.code,
      whyParameters: answer.why.parameters,
      guid: answer.guid ?? null,
      reason: reasonOf(asked) ?? null,
      settles,
    },
  })
  if (again.pause !== undefined) {
    const pause = Math.max(again.pause, answer.retryAfterMs ?? 0)
    await askLater(tx, { ...same, jobId: asked.jobId, attempt: attempt + 1, looks: again.looks }, pause)
  }
  return settles
}

/** Why we ask, in the checker's words: by somebody's wish, or because there was no answer. */
export const reasonOf = ({ attempt, reason }: Pick<Asked, 'attempt' | 'reason'>) =>
  reason ?? (attempt > 1 ? ('retry' as const) : undefined)

async function keepSteps(tx: Tx, commentId: string, steps: readonly Step[]) {
  await tx.screeningStep.deleteMany({ where: { commentId } })
  await tx.screeningStep.createMany({
    data: steps.map(({ rule, input, verdict, why, ms, at }, place) => ({
      commentId,
      place,
      rule,
      verdict,
      ms,
      at,
      input: input.code,
      inputParameters: input.parameters,
      why: why.code,
      whyParameters: why.parameters,
    })),
  })
}

async function countHits(tx: Tx, steps: readonly Step[]) {
  const ids = steps.flatMap(({ wordRuleId }) => wordRuleId ?? []).sort()
  if (ids.length === 0) return
  await tx.wordRule.updateMany({
    where: { id: { in: ids } },
    data: { hits: { increment: 1 }, lastHitAt: new Date() },
  })
}

/** Leaves the question for later, by a new job: one that waits holds up no other. */
export async function askLater(tx: Tx, { jobId, ...data }: Asked, pauseMs: number) {
  await enqueue(tx, checkSpamJob, data, { id: idAfter(jobId), after: new Date(Date.now() + pauseMs) })
}

/** Asks again about pending comments that have no verdict and whose job got lost, whatever happened to it. */
export const checkForgotten = () =>
  db.$executeRaw`${newJobs(
    checkSpamJob,
    Prisma.sql`
    select gen_random_uuid(), jsonb_build_object('commentId', c.id, 'attempt', 4), null::timestamptz
    from comment c join submission_trace t on t.comment_id = c.id
    where c.status = 'pending' and c.sent_at between now() - interval '21 days' and now() - interval '10 minutes'
      and not exists (select from spam_verdict v where v.comment_id = c.id and v.settles)
      and not exists (
        select from pgboss.job j
        where j.name = 'check-spam' and j.state < 'completed' and j.data->>'commentId' = c.id::text)
    limit 1000`,
  )}`

const idAfter = (jobId: string) => uuidOfHash(createHash('sha256').update(`after ${jobId}`).digest('hex'))
