import { db, type Tx } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { inTransaction } from '@/lib/db/in-transaction'
import type { Problem } from '@/lib/i18n/statements/statement'
import { enqueue, enqueueAll } from '@/lib/jobs/enqueue'
import { newId } from '@/lib/kernel/ids'
import type { Actor } from '@/lib/people/permissions'
import { learn } from '@/lib/spam/learning/commands'
import type { Lesson, SpamSubmission } from '@/lib/spam/port'
import { lessonOf, undoWindowMs } from '../transitions'
import { teachSpamFilterJob } from './jobs'

interface Decided {
  commentId: string
  seen: CommentStatus
  becomes: CommentStatus
}

/**
 * Notes what a person's decisions have to tell the checker, and leaves the telling for after the time in which they
 * can be undone. Steps within that time count as one: what is undone is not told at all. Each comment once.
 */
export async function noteLessons(tx: Tx, actor: Actor, steps: readonly Decided[]) {
  if (actor.role === 'system' || steps.length === 0) return
  const ids = steps.map(({ commentId }) => commentId)
  const rows = await tx.spamFeedback.findMany({ where: { commentId: { in: ids }, state: 'waiting' } })
  const waiting = new Map(rows.map((row) => [row.commentId, row]))
  const told = steps.map(({ commentId, seen, becomes }) => {
    const [row, from] = [waiting.get(commentId), waiting.get(commentId)?.from ?? seen]
    return { id: row?.id, commentId, from, lesson: from === becomes ? undefined : lessonOf(from, becomes) }
  })
  const [at, byId] = [new Date(), actor.id]
  const known = (lesson?: Lesson) => told.filter((one) => one.id !== undefined && one.lesson === lesson)
  for (const lesson of ['spam', 'ham', undefined] as const) {
    const data = lesson ? { lesson, byId, at } : { state: 'withdrawn' as const, settledAt: at }
    const which = known(lesson).map(({ id }) => id!)
    if (which.length > 0) await tx.spamFeedback.updateMany({ where: { id: { in: which } }, data })
  }
  const fresh = told.flatMap(({ id, lesson, ...one }) =>
    id === undefined && lesson ? [{ ...one, id: newId(), lesson, byId, at }] : [],
  )
  if (fresh.length > 0) await tx.spamFeedback.createMany({ data: fresh })
  const after = new Date(at.getTime() + undoWindowMs)
  await enqueueAll(
    tx,
    teachSpamFilterJob,
    ids.map((commentId) => ({ commentId })),
    { after },
  )
}

/** The same for one. */
export const noteLesson = (tx: Tx, actor: Actor, decided: Decided) => noteLessons(tx, actor, [decided])

/** Makes our own filter agree with what people think of a comment now. Its own verdicts teach it nothing. */
export async function learnFromDecision(commentId: string, submission: SpamSubmission | undefined) {
  await inTransaction(async (tx) => {
    const [comment] = await tx.$queryRaw<{ status: CommentStatus; byPerson: boolean }[]>`
      select c.status::text, d.by_id is not null as "byPerson" from comment c
      join lateral (
        select by_id from moderation_decision where comment_id = c.id order by at desc, id desc limit 1) d on true
      where c.id = ${commentId}::uuid for update of c`
    if (!comment) return
    const lessons: Partial<Record<CommentStatus, Lesson>> = { approved: 'ham', spam: 'spam' }
    await learn(tx, commentId, comment.byPerson ? lessons[comment.status] : undefined, submission)
  })
}

/** The lesson about a comment that is due to be told. */
export async function dueFeedback(commentId: string) {
  const feedback = await db.spamFeedback.findFirst({
    where: { commentId, state: 'waiting', at: { lte: new Date(Date.now() - undoWindowMs + 1_000) } },
    include: {
      by: { select: { name: true } },
      comment: {
        select: {
          verdicts: { where: { settles: true }, orderBy: { at: 'desc' }, take: 1, select: { verdict: true } },
        },
      },
    },
  })
  if (!feedback) return undefined
  const { id, lesson, by, comment, at } = feedback
  return { id, at, lesson, reporter: by?.name, saidBefore: comment.verdicts[0]?.verdict }
}

type Due = NonNullable<Awaited<ReturnType<typeof dueFeedback>>>

export async function feedbackTaken({ id, at, lesson }: Due, commentId: string) {
  await inTransaction(async (tx) => {
    const settled = {
      state: 'sent' as const,
      settledAt: new Date(),
      problem: null,
      problemParameters: {},
      attempts: { increment: 1 },
    }
    const { count } = await tx.spamFeedback.updateMany({
      where: { id, state: 'waiting', at },
      data: settled,
    })
    if (count > 0) return
    // Somebody changed their mind while it was on its way: what was told is told, and is put right.
    const row = await tx.spamFeedback.findUnique({ where: { id } })
    if (!row) return
    await tx.spamFeedback.update({ where: { id }, data: { ...settled, lesson } })
    if (row.state === 'waiting' && row.lesson === lesson) return
    const opposite = lesson === 'spam' ? 'ham' : 'spam'
    await tx.spamFeedback.create({
      data: { id: newId(), commentId, from: row.from, lesson: opposite, byId: row.byId },
    })
    await enqueue(tx, teachSpamFilterJob, { commentId }, { after: new Date(Date.now() + undoWindowMs) })
  })
}

/** It was not taken: the row says why, and the job comes again. */
export const feedbackRefused = ({ id }: Due, { code, parameters }: Problem) =>
  db.spamFeedback.updateMany({
    where: { id, state: 'waiting' },
    data: { attempts: { increment: 1 }, problem: code, problemParameters: parameters },
  })

/** It will never be told: nobody is there to hear it, or what it was about has been erased. */
export const feedbackPointless = ({ id }: Due, { code, parameters }: Problem) =>
  db.spamFeedback.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'expired', settledAt: new Date(), problem: code, problemParameters: parameters },
  })

export const teachLater = (commentId: string, attempt: number, afterMs: number) =>
  inTransaction((tx) =>
    enqueue(tx, teachSpamFilterJob, { commentId, attempt }, { after: new Date(Date.now() + afterMs) }),
  )
