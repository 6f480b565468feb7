import { z } from 'zod'
import { forgetTraces } from '@/lib/comments/trace-commands'
import { spamSubmission } from '@/lib/comments/spam-queries'
import { announce } from '@/lib/db/announce'
import { inTransaction } from '@/lib/db/in-transaction'
import type { QueueName } from '@/lib/jobs/queues'
import { askLater, checkForgotten, recordVerdict } from '@/lib/moderation/verdict-commands'
import type { SpamAnswer, SpamChecker } from '@/lib/spam/port'
import { noteAlert } from '@/lib/spam/commands'
import type { Breaker } from './breaker'

export interface Ports {
  spam: SpamChecker
  breaker: Breaker
  siteUrl: string
}

export interface Job {
  id: string
  data: unknown
  signal?: AbortSignal
}

/** What is done for each queue. Each may run twice: a worker can die between the work and its record. */
export const handlers: Record<QueueName, (job: Job, ports: Ports) => Promise<void>> = {
  'check-spam': checkSpam,
  'teach-spam-filter': teachSpamFilter,
  'announce-publication': async () => inTransaction((tx) => announce(tx, ['site'])),
  'forget-traces': async () => void (await forgetTraces()),
  'check-forgotten': async () => void (await checkForgotten()),
}

const check = z.object({ commentId: z.guid(), attempt: z.int().min(1) })

async function checkSpam({ id: jobId, data, signal }: Job, { spam, breaker, siteUrl }: Ports) {
  const asked = { jobId, ...check.parse(data) }
  const subject = await spamSubmission(asked.commentId, siteUrl)
  if (!subject || subject.settled || subject.status !== 'pending') return

  const pause = breaker.pause(Date.now())
  if (pause > 0) return inTransaction((tx) => askLater(tx, asked, pause))

  const submission = { ...subject.submission, recheck: asked.attempt > 1 }
  const answer = await spam
    .check(submission, signal)
    .catch((error: Error): SpamAnswer => ({ verdict: 'unknown', why: error.name }))
  breaker.note(answer.verdict !== 'unknown', Date.now())
  await recordVerdict(asked, spam.name, answer, Date.now() - submission.sentAt.getTime())
  // A time-out says nothing about an earlier alert; a verdict without one takes it away.
  if (answer.alert || answer.verdict !== 'unknown') await noteAlert(answer.alert)
}

const lesson = z.object({ commentId: z.guid(), as: z.enum(['ham', 'spam']) })

async function teachSpamFilter({ data }: Job, { spam, siteUrl }: Ports) {
  const { commentId, as } = lesson.parse(data)
  const subject = await spamSubmission(commentId, siteUrl)
  if (subject) await spam.teach(subject.submission, as)
}
