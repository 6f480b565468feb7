import { spamSubmission } from '@/lib/moderation/screening/subject-queries'
import {
  dueFeedback,
  feedbackPointless,
  feedbackRefused,
  feedbackTaken,
  learnFromDecision,
  teachLater,
} from '@/lib/moderation/feedback/commands'
import type { teachSpamFilterJob } from '@/lib/moderation/feedback/jobs'
import { problem } from '@/lib/i18n/statements/statement'
import type { JobData } from '@/lib/jobs/job'
import { NotTaken } from '@/lib/spam/port'
import type { Job, Ports } from '../ports'

type Lesson = JobData<typeof teachSpamFilterJob>

/** Teaches our own filter what a person decided, and tells the checker when there is something to tell. */
export async function teachSpamFilter({ data }: Job<Lesson>, { spam, siteUrl }: Ports) {
  const { commentId, attempt = 1 } = data
  const subject = await spamSubmission(commentId, siteUrl)
  await learnFromDecision(commentId, subject?.submission)

  const due = await dueFeedback(commentId)
  if (!due) return // nothing to tell, or undone in time
  if (!subject) return void (await feedbackPointless(due, problem('trace-erased')))
  if (spam.name === 'local-rules') return void (await feedbackPointless(due, problem('no-key')))
  try {
    await spam.teach(subject.submission, due.lesson, { reporter: due.reporter, saidBefore: due.saidBefore })
  } catch (error) {
    const notTaken = error instanceof NotTaken ? error : undefined
    const failed = problem('akismet-unreachable', { error: (error as Error).message })
    await feedbackRefused(due, notTaken?.why ?? failed)
    if (!notTaken?.retryAfterMs) throw error
    return teachLater(commentId, attempt + 1, notTaken.retryAfterMs)
  }
  await feedbackTaken(due, commentId)
}
