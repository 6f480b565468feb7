import { forgetSearches } from '@/lib/chapters/counts/searches-commands'
import { gatherDigests } from '@/lib/comments/notifications/digest-commands'
import { forgetTraces } from '@/lib/comments/retention-commands'
import type { QueueName } from '@/lib/jobs/queues'
import type { Mailer } from '@/lib/mail/port'
import { forgetInputs } from '@/lib/moderation/screening/forget-commands'
import { checkForgotten } from '@/lib/moderation/screening/verdict-commands'
import { forgetOldBrowsers } from '@/lib/people/sign-in/browser-commands'
import { forgetGuesses } from '@/lib/people/sign-in/guess-commands'
import { forgetResets } from '@/lib/people/links/reset-commands'
import { noteAccount } from '@/lib/spam/commands'
import type { SpamChecker } from '@/lib/spam/port'
import type { Listener } from '@/lib/syndication/port'
import type { Breaker } from './spam/breaker'
import { checkSpam } from './spam/check-spam'
import { makeCard } from './make-card'
import { sendDigest, sendMail, tellPeople } from './mail-handlers'
import { sendReset } from './send-reset'
import { announcePublication, tellFeedReaders, tellSearchEngines } from './tell-handlers'
import { teachSpamFilter } from './spam/teach-spam-filter'

export interface Ports {
  spam: SpamChecker
  breaker: Breaker
  siteUrl: string
  /** Not there when no mail server is set: then nobody is told by mail. */
  mail?: Mailer
  /** Who is told of pages, and of feeds; nobody when it is not set. */
  searchEngines?: Listener
  feedReaders?: Listener
  /** Reads who is of the staff, and answers who of them somebody could be mistaken for. */
  staffLookAlike?: () => Promise<(who: { name: string; email: string }) => string | undefined>
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
  'review-account': reviewAccount,
  'tell-people': tellPeople,
  'send-mail': sendMail,
  'announce-publication': announcePublication,
  'tell-search-engines': tellSearchEngines,
  'tell-feed-readers': tellFeedReaders,
  'make-card': makeCard,
  'gather-digests': async (_job, { mail }) => void (mail && (await gatherDigests())),
  'send-digest': sendDigest,
  'send-reset': sendReset,
  'forget-traces': async () => {
    await forgetTraces()
    await forgetInputs()
    await forgetSearches()
    await forgetGuesses()
    await forgetOldBrowsers()
    await forgetResets()
  },
  'check-forgotten': async () => void (await checkForgotten()),
}

async function reviewAccount(_job: Job, { spam }: Ports) {
  const now = new Date()
  if (spam.account) await noteAccount(await spam.account(now), now)
}
