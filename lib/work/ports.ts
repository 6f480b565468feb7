import type { Mailer } from '@/lib/mail/port'
import type { SpamChecker } from '@/lib/spam/port'
import type { PublicationNotifier } from '@/lib/syndication/port'
import type { Breaker } from './spam/breaker'

/** Who outside is asked and told. */
export interface Ports {
  spam: SpamChecker
  breaker: Breaker
  siteUrl: string
  /** Not there when no mail server is set: then nobody is told by mail. */
  mail?: Mailer
  /** Who is told of pages, and of feeds; nobody when it is not set. */
  searchEngines?: PublicationNotifier
  feedReaders?: PublicationNotifier
  /** Reads who is of the staff, and answers who of them somebody could be mistaken for. */
  staffLookAlike?: () => Promise<(who: { name: string; email: string }) => string | undefined>
}

/** One job as it was taken from its queue, with what it carries. */
export interface Job<Data = unknown> {
  id: string
  data: Data
  signal?: AbortSignal
}
