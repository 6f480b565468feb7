import {
  announcePublicationJob,
  makeShareImageJob,
  tellFeedReadersJob,
  tellSearchEnginesJob,
} from '@/lib/chapters/publishing/jobs'
import { gatherDigests } from '@/lib/comments/notifications/digest-commands'
import {
  gatherDigestsJob,
  sendDigestJob,
  sendMailJob,
  tellPeopleJob,
} from '@/lib/comments/notifications/jobs'
import { checkSpamJob } from '@/lib/comments/submit/jobs'
import type { JobToken } from '@/lib/jobs/job'
import { teachSpamFilterJob } from '@/lib/moderation/feedback/jobs'
import { checkForgottenJob, reviewAccountJob } from '@/lib/moderation/screening/jobs'
import { checkForgotten } from '@/lib/moderation/screening/verdict-commands'
import { sendResetJob } from '@/lib/people/links/jobs'
import { noteAccount } from '@/lib/spam/commands'
import { forgetWhatIsOld } from './forget'
import { forgetTracesJob } from './jobs'
import { sendDigest, sendMail, tellPeople } from './mail-handlers'
import { makeCard } from './make-card'
import type { Job, Ports } from './ports'
import { sendReset } from './send-reset'
import { checkSpam } from './spam/check-spam'
import { teachSpamFilter } from './spam/teach-spam-filter'
import { announcePublication, tellFeedReaders, tellSearchEngines } from './tell-handlers'

/** A kind of job, and what is done for one. What is not shaped like its kind is a ZodError. */
export interface Handler {
  job: Omit<JobToken<object>, 'schema'>
  work(job: Job, ports: Ports): Promise<void>
}

/** What is done for each kind of job. Each may run twice: a worker can die between the work and its record. */
export const handlers: Handler[] = [
  on(checkSpamJob, checkSpam),
  on(teachSpamFilterJob, teachSpamFilter),
  on(reviewAccountJob, async (_job, { spam }) => {
    const now = new Date()
    if (spam.account) await noteAccount(await spam.account(now), now)
  }),
  on(checkForgottenJob, async () => void (await checkForgotten())),
  on(tellPeopleJob, tellPeople),
  on(sendMailJob, sendMail),
  on(gatherDigestsJob, async (_job, { mail }) => void (mail && (await gatherDigests()))),
  on(sendDigestJob, sendDigest),
  on(sendResetJob, sendReset),
  on(announcePublicationJob, announcePublication),
  on(tellSearchEnginesJob, tellSearchEngines),
  on(tellFeedReadersJob, tellFeedReaders),
  on(makeShareImageJob, makeCard),
  on(forgetTracesJob, forgetWhatIsOld),
]

function on<Data extends object>(
  job: JobToken<Data>,
  work: (job: Job<Data>, ports: Ports) => Promise<void>,
): Handler {
  const { schema } = job
  return { job, work: async (given, ports) => work({ ...given, data: schema.parse(given.data) }, ports) }
}
