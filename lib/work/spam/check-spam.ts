import { setImmediate as pause } from 'node:timers/promises'
import { discussionSettings } from '@/lib/comments/discussion/queries'
import type { checkSpamJob } from '@/lib/comments/submit/jobs'
import { inTransaction } from '@/lib/db/in-transaction'
import { finding } from '@/lib/i18n/statements/statement'
import type { JobData } from '@/lib/jobs/job'
import { rulesOver } from '@/lib/moderation/rules/match-queries'
import { screen } from '@/lib/moderation/screening/list'
import type { Screening } from '@/lib/moderation/screening/screening'
import { knownAuthors, spamSubmissions, type Subject } from '@/lib/moderation/screening/subject-queries'
import {
  askLater,
  reasonOf,
  recordScreenings,
  type Asked,
  type Screened,
} from '@/lib/moderation/screening/verdict-commands'
import { lookAgainAfter } from '@/lib/moderation/transitions'
import { noteAlert } from '@/lib/spam/commands'
import { filterOpinions, type FilterOpinion } from '@/lib/spam/learning/queries'
import type { SpamAnswer } from '@/lib/spam/port'
import { wordRules } from '@/lib/spam/words/queries'
import type { Job, Ports } from '../ports'

type CheckSpam = Job<JobData<typeof checkSpamJob>>
interface Open {
  asked: Asked
  subject: Subject
  signal?: AbortSignal
}

/** Screens pending comments by the rules, the checker among them, and records what they said. */
export async function checkSpam(jobs: readonly CheckSpam[], ports: Ports) {
  // Two questions about one comment are asked one after the other.
  const seen = new Set<string>()
  const isFirst = ({ data }: CheckSpam) => !seen.has(data.commentId) && seen.add(data.commentId)
  const [first, again]: [CheckSpam[], CheckSpam[]] = [[], []]
  for (const job of jobs) (isFirst(job) ? first : again).push(job)

  const ready = await withoutPaused(await stillOpen(first, ports.siteUrl), ports)
  const screened = await screenAll(ready, ports)
  await recordScreenings(screened, ports.spam.name)
  await noteAlerts(screened)
  if (again.length > 0) await checkSpam(again, ports)
}

async function stillOpen(jobs: readonly CheckSpam[], siteUrl: string): Promise<Open[]> {
  const wanted = jobs.map(({ data: { commentId, reason } }) => ({ commentId, asIs: reason === 'edit' }))
  const subjects = await spamSubmissions(wanted, siteUrl)
  return jobs.flatMap(({ id: jobId, data, signal }) => {
    const subject = subjects.get(data.commentId)
    if (!subject || subject.status !== 'pending' || (subject.settled && !data.reason)) return []
    return [{ asked: { jobId, ...data }, subject, signal }]
  })
}

async function withoutPaused(open: readonly Open[], { breaker }: Ports): Promise<Open[]> {
  const paused = open.map((one) => ({ one, pause: breaker.pause(Date.now()) }))
  const later = paused.filter(({ pause }) => pause > 0)
  if (later.length > 0)
    await inTransaction(async (tx) => {
      for (const { one, pause } of later) await askLater(tx, one.asked, pause)
    })
  return paused.filter(({ pause }) => pause === 0).map(({ one }) => one)
}

async function screenAll(open: readonly Open[], ports: Ports): Promise<Screened[]> {
  if (open.length === 0) return []
  const screenings = await screeningsOf(open, ports)
  const look = async ({ asked, subject: { submission } }: Open, place: number) => ({
    asked,
    steps: await screen(screenings[place]!),
    ageMs: Date.now() - submission.sentAt.getTime(),
    text: submission.text,
  })
  if (!ports.spam.here) return Promise.all(open.map(look))
  // Nobody outside is waited for: readers, whose pages the same process serves, come in between.
  const screened: Screened[] = []
  for (const [place, one] of open.entries()) {
    screened.push(await look(one, place))
    await pause()
  }
  return screened
}

/** What the rules look at, the same for all of a portion read once. */
async function screeningsOf(open: readonly Open[], ports: Ports): Promise<Screening[]> {
  const submissions = open.map(({ subject }) => subject.submission)
  const [words, standing, { hold, linksToHold }, isKnown, staffLookAlike] = await Promise.all([
    wordRules(),
    rulesOver(
      // Asked again by somebody, what counts are the rules of now.
      open.map(({ asked: { reason }, subject: { submission } }) => ({
        marked: submission,
        since: reason ? new Date() : submission.sentAt,
      })),
    ),
    discussionSettings(),
    knownAuthors(submissions),
    ports.staffLookAlike?.(),
  ])
  let opinions: Promise<FilterOpinion[]> | undefined
  return open.map(({ asked, subject: { submission, heldFor, decided }, signal }, place) => ({
    submission,
    heldFor,
    decided,
    words,
    standing: standing[place],
    hold,
    linksToHold,
    known: isKnown(submission),
    staffLookAlike,
    checker: { name: ports.spam.name, ask: () => ask({ asked, submission, signal }, ports) },
    filter: async () => (await (opinions ??= filterOpinions(submissions)))[place]!,
  }))
}

interface Question {
  asked: Asked
  submission: Subject['submission']
  signal?: AbortSignal
}

async function ask({ asked, submission, signal }: Question, { spam, breaker }: Ports): Promise<SpamAnswer> {
  const answer = await spam
    .check({ ...submission, recheck: reasonOf(asked) }, signal)
    .catch((error: Error): SpamAnswer => ({
      verdict: 'unknown',
      why: finding('checker-failed', { error: error.name }),
    }))
  breaker.note(answer.verdict !== 'unknown', Date.now(), answer.retryAfterMs)
  // Asked to look again too often: its word counts as it is.
  return lookAgainAfter(answer, asked.looks ?? 0) ? answer : { ...answer, recheckAfter: undefined }
}

// A time-out says nothing about an earlier alert; a verdict without one takes it away.
async function noteAlerts(screened: readonly Screened[]) {
  const answers = screened.flatMap(({ steps }) => steps.flatMap(({ answer }) => answer ?? []))
  const last = answers.findLast(({ alert, verdict }) => alert || verdict !== 'unknown')
  if (last) await noteAlert(last.alert)
}
