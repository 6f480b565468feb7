import { discussionSettings } from '@/lib/comments/discussion/queries'
import { isKnown, spamSubmission, type Subject } from '@/lib/moderation/screening/subject-queries'
import { finding } from '@/lib/i18n/statements/statement'
import { inTransaction } from '@/lib/db/in-transaction'
import { lookAgainAfter } from '@/lib/moderation/transitions'
import { screen } from '@/lib/moderation/screening/list'
import type { Screening } from '@/lib/moderation/screening/screening'
import { askLater, reasonOf, recordScreening } from '@/lib/moderation/screening/verdict-commands'
import { noteAlert } from '@/lib/spam/commands'
import { filterOpinion } from '@/lib/spam/learning/queries'
import type { SpamAnswer } from '@/lib/spam/port'
import { wordRules } from '@/lib/spam/words/queries'
import type { checkSpamJob } from '@/lib/comments/submit/jobs'
import type { JobData } from '@/lib/jobs/job'
import type { Job, Ports } from '../ports'

/** Screens a pending comment by the rules, the checker among them, and records what they said. */
export async function checkSpam(
  { id: jobId, data, signal }: Job<JobData<typeof checkSpamJob>>,
  ports: Ports,
) {
  const { spam, breaker, siteUrl } = ports
  const asked = { jobId, ...data }
  const subject = await spamSubmission(asked.commentId, siteUrl, { asIs: asked.reason === 'edit' })
  if (!subject || subject.status !== 'pending' || (subject.settled && !asked.reason)) return

  const pause = breaker.pause(Date.now())
  if (pause > 0) return inTransaction((tx) => askLater(tx, asked, pause))

  let answer: SpamAnswer | undefined
  const ask = async () => {
    answer = await spam
      .check({ ...subject.submission, recheck: reasonOf(asked) }, signal)
      .catch((error: Error): SpamAnswer => ({
        verdict: 'unknown',
        why: finding('checker-failed', { error: error.name }),
      }))
    breaker.note(answer.verdict !== 'unknown', Date.now(), answer.retryAfterMs)
    // Asked to look again too often: its word counts as it is.
    if (!lookAgainAfter(answer, asked.looks ?? 0)) answer = { ...answer, recheckAfter: undefined }
    return answer
  }
  const steps = await screen(await screeningOf(subject, ports, ask))
  const { sentAt, text } = subject.submission
  await recordScreening(asked, spam.name, steps, { ageMs: Date.now() - sentAt.getTime(), text })
  // A time-out says nothing about an earlier alert; a verdict without one takes it away.
  if (answer && (answer.alert || answer.verdict !== 'unknown')) await noteAlert(answer.alert)
}

async function screeningOf(
  { submission, heldFor, decided }: Subject,
  { spam, staffLookAlike }: Ports,
  ask: () => Promise<SpamAnswer>,
): Promise<Screening> {
  const [words, { hold, linksToHold }, known] = await Promise.all([
    wordRules(),
    discussionSettings(),
    isKnown(submission),
  ])
  return {
    submission,
    heldFor,
    decided,
    words,
    hold,
    linksToHold,
    known,
    staffLookAlike: await staffLookAlike?.(),
    checker: { name: spam.name, ask },
    filter: () => filterOpinion(submission),
  }
}
