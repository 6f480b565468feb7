import {
  announcePublicationJob,
  makeShareImageJob,
  notifyFeedReadersJob,
  notifySearchEnginesJob,
} from '@/lib/chapters/publishing/jobs'
import { gatherDigests } from '@/lib/comments/notifications/digest-commands'
import {
  gatherDigestsJob,
  sendDigestJob,
  sendMailJob,
  notifyPeopleJob,
} from '@/lib/comments/notifications/jobs'
import { checkSpamJob } from '@/lib/comments/submit/jobs'
import type { JobToken } from '@/lib/jobs/job'
import { workOnBulkJob } from '@/lib/moderation/bulk/jobs'
import { teachSpamFilterJob } from '@/lib/moderation/feedback/jobs'
import { checkForgottenJob, reviewAccountJob } from '@/lib/moderation/screening/jobs'
import { checkForgotten } from '@/lib/moderation/screening/verdict-commands'
import { eraseAddressJob } from '@/lib/people/accounts/jobs'
import { sendEmailChangeJob } from '@/lib/people/email-change/jobs'
import { sendInvitationJob, sendResetJob } from '@/lib/people/links/jobs'
import { noteAccount } from '@/lib/spam/commands'
import { forgetWhatIsOld } from './forget'
import { forgetTracesJob } from './jobs'
import { sendDigest, sendMail, notifyPeople } from './mail-handlers'
import { makeShareImage } from './make-share-image'
import type { Job, Ports } from './ports'
import { eraseStaffAddress } from '@/lib/comments/retention-commands'
import { sendEmailChange, sendInvitation, sendReset } from './people-mails'
import { checkSpam } from './spam/check-spam'
import { teachSpamFilter } from './spam/teach-spam-filter'
import { workOnBulkUntilDone } from './work-on-bulk'
import { announcePublication, notifyFeedReaders, notifySearchEngines } from './notify-handlers'

/** A kind of job, and what is done for one. What is not shaped like its kind is a ZodError. */
export interface Handler {
  job: Omit<JobToken<object>, 'schema'>
  /** Does a portion of jobs. It fails as a whole: then each is done by itself. */
  work(jobs: readonly Job[], ports: Ports): Promise<void>
  /** How many are done at once. */
  most: (ports: Ports) => number
}

// What is screened without asking anybody outside: more at once would hold the rows that editors decide about.
const mostHere = 100

/** What is done for each kind of job. Each may run twice: a worker can die between the work and its record. */
export const handlers: Handler[] = [
  together(checkSpamJob, checkSpam, ({ spam }) => (spam.here ? mostHere : checkSpamJob.taken.batchSize!)),
  on(teachSpamFilterJob, teachSpamFilter),
  on(workOnBulkJob, workOnBulkUntilDone),
  on(reviewAccountJob, async (_job, { spam }) => {
    const now = new Date()
    if (spam.account) await noteAccount(await spam.account(now), now)
  }),
  on(checkForgottenJob, async () => void (await checkForgotten())),
  on(notifyPeopleJob, notifyPeople),
  on(sendMailJob, sendMail),
  on(gatherDigestsJob, async (_job, { mail }) => void (mail && (await gatherDigests()))),
  on(sendDigestJob, sendDigest),
  on(sendResetJob, sendReset),
  on(sendInvitationJob, sendInvitation),
  on(sendEmailChangeJob, sendEmailChange),
  on(eraseAddressJob, async ({ data: { personId } }) => eraseStaffAddress(personId)),
  on(announcePublicationJob, announcePublication),
  on(notifySearchEnginesJob, notifySearchEngines),
  on(notifyFeedReadersJob, notifyFeedReaders),
  on(makeShareImageJob, makeShareImage),
  on(forgetTracesJob, forgetWhatIsOld),
]

function on<Data extends object>(
  job: JobToken<Data>,
  work: (job: Job<Data>, ports: Ports) => Promise<void>,
): Handler {
  return together(
    job,
    async (jobs, ports) => {
      for (const one of jobs) await work(one, ports)
    },
    () => 1,
  )
}

function together<Data extends object>(
  job: JobToken<Data>,
  work: (jobs: readonly Job<Data>[], ports: Ports) => Promise<void>,
  most: (ports: Ports) => number,
): Handler {
  const parse = (given: Job) => ({ ...given, data: job.schema.parse(given.data) })
  return { job, most, work: async (jobs, ports) => work(jobs.map(parse), ports) }
}
