import { createHash } from 'node:crypto'
import { db, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue, enqueueAll, newJobs } from '@/lib/jobs/enqueue'
import type { JobData } from '@/lib/jobs/job'
import { newId, uuidOfHash } from '@/lib/kernel/ids'
import { moveAll } from '../decisions/move-commands'
import { countRuleHits } from '../rules/hit-commands'
import { tellScreened } from '../live/commands'
import { lookAgainAfter, pauseBefore } from '../transitions'
import { outcomeOf } from './outcome'
import type { Step } from './screening'
import { notifyPeopleJob } from '@/lib/comments/notifications/jobs'
import { checkSpamJob } from '@/lib/comments/submit/jobs'

/** The job that asked: its id makes the next one's, so that a job that runs twice is followed by one. */
export type Asked = JobData<typeof checkSpamJob> & { jobId: string }

/** A comment that was screened: how old it was, which text was looked at, and what was said of it. */
export interface Screened {
  asked: Asked
  steps: readonly Step[]
  ageMs: number
  text: string
}

/**
 * Keeps what the rules and the checker said of comments, each of them once, and makes the first decision from it
 * unless a person has made one. What was said of another text than stands there now counts for nothing: its author has
 * changed it meanwhile, and left a question of its own.
 */
export async function recordScreenings(screened: readonly Screened[], checker: string) {
  if (screened.length === 0) return
  await inTransaction(async (tx) => {
    const standing = await lockStanding(tx, screened)
    const kept = screened.filter(({ asked }) => standing.has(asked.commentId))
    await keepSteps(tx, kept)
    await countHits(
      tx,
      kept.filter(({ asked }) => asked.attempt === 1 && !asked.reason).flatMap(({ steps }) => steps),
    )
    const settled = await keepVerdicts(tx, kept, checker)
    await enqueueAll(
      tx,
      notifyPeopleJob,
      settled.map(({ asked }) => ({ commentId: asked.commentId })),
    )
    const moves = settled.flatMap(({ asked: { commentId }, steps }) => {
      const { becomes, rule, why } = outcomeOf(steps)
      if (standing.get(commentId)!.decided || becomes === 'pending') return []
      return [{ actor: { role: 'system', rule } as const, commentId, seen: 'pending' as const, becomes, why }]
    })
    await moveAll(tx, moves)
    await tellScreened(tx, kept.length)
  })
}

// Locked, in one order for everybody, so that a person who decides at this moment is seen here or comes after.
async function lockStanding(tx: Tx, screened: readonly Screened[]) {
  const rows = await tx.$queryRaw<{ id: string; decided: boolean }[]>`
    select c.id, exists (select from moderation_decision d where d.comment_id = c.id and d.by_id is not null) as decided
    from comment c join unnest(
      ${screened.map(({ asked }) => asked.commentId)}::uuid[], ${screened.map(({ text }) => text)}::text[]) as read (id, text)
      on read.id = c.id and read.text = c.text
    order by c.id for update of c`
  return new Map(rows.map(({ id, decided }) => [id, { decided }]))
}

// Answers those about which nothing more is waited for.
async function keepVerdicts(tx: Tx, screened: readonly Screened[], checker: string): Promise<Screened[]> {
  const heard = screened.map((one) => ({ ...one, ...verdictIn(one) }))
  const answers = heard.flatMap(({ asked, answer, settles }) =>
    answer
      ? [
          {
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
        ]
      : [],
  )
  if (answers.length > 0) await tx.spamVerdict.createMany({ data: answers })
  for (const { asked, again, answer } of heard) {
    if (again?.pause === undefined) continue
    const pause = Math.max(again.pause, answer?.retryAfterMs ?? 0)
    await askLater(tx, { ...asked, attempt: asked.attempt + 1, looks: again.looks }, pause)
  }
  return heard.filter(({ settles }) => settles)
}

/** What the checker answered, when it is asked again, and whether this was its last word. */
function verdictIn({ asked: { attempt, looks = 0 }, steps, ageMs }: Screened) {
  const answer = steps.find((step) => step.answer)?.answer
  if (!answer) return { settles: true } // the words have decided, and the checker was not asked
  const again =
    answer.verdict === 'unknown'
      ? { pause: pauseBefore(attempt, ageMs), looks }
      : { pause: lookAgainAfter(answer, looks), looks: looks + 1 }
  return { answer, again, settles: answer.verdict !== 'unknown' && again.pause === undefined }
}

/** Why we ask, in the checker's words: by somebody's wish, or because there was no answer. */
export const reasonOf = ({ attempt, reason }: Pick<Asked, 'attempt' | 'reason'>) =>
  reason ?? (attempt > 1 ? ('retry' as const) : undefined)

// As one document: twelve steps for each of a hundred comments are ten thousand parameters otherwise.
async function keepSteps(tx: Tx, screened: readonly Screened[]) {
  const rows = screened.flatMap(({ asked: { commentId }, steps }) =>
    steps.map(({ rule, input, verdict, why, ms, at }, place) => ({
      comment_id: commentId,
      place,
      rule,
      verdict,
      ms,
      at,
      input: input.code,
      input_parameters: input.parameters,
      why: why.code,
      why_parameters: why.parameters,
    })),
  )
  await tx.screeningStep.deleteMany({
    where: { commentId: { in: screened.map(({ asked }) => asked.commentId) } },
  })
  await tx.$executeRaw`
    insert into screening_step
      (comment_id, place, rule, verdict, ms, at, input, input_parameters, why, why_parameters)
    select comment_id, place, rule, verdict, ms, at, input, input_parameters, why, why_parameters
    from jsonb_populate_recordset(null::screening_step, ${JSON.stringify(rows)}::jsonb)`
}

// In one order for everybody: two portions that hit the same words cannot each hold one.
async function countHits(tx: Tx, steps: readonly Step[]) {
  await countRuleHits(tx, countOf(steps.map(({ standingRuleId }) => standingRuleId)))
  const hits = countOf(steps.map(({ wordRuleId }) => wordRuleId))
  for (const [id, increment] of [...hits].sort(([one], [other]) => (one < other ? -1 : 1)))
    await tx.wordRule.updateMany({ where: { id }, data: { hits: { increment }, lastHitAt: new Date() } })
}

function countOf(ids: readonly (string | undefined)[]): Map<string, number> {
  const hits = new Map<string, number>()
  for (const id of ids) if (id) hits.set(id, (hits.get(id) ?? 0) + 1)
  return hits
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
    select gen_random_uuid(), jsonb_build_object('commentId', c.comment_id, 'attempt', 4), null::timestamptz
    from unchecked_comment c join submission_trace t on t.comment_id = c.comment_id
    where c.sent_at between now() - interval '21 days' and now() - interval '10 minutes'
      and not exists (
        select from pgboss.job j
        where j.name = 'check-spam' and j.state < 'completed' and j.data->>'commentId' = c.comment_id::text)
    limit 1000`,
  )}`

const idAfter = (jobId: string) => uuidOfHash(createHash('sha256').update(`after ${jobId}`).digest('hex'))
