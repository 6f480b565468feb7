import type { FormFacts } from '@/lib/kernel/page-tags'
import type { PageKeeper } from '../page-files/page-keeper'
import type { FairQueue } from '../turns/fair-queue'

/** A page as Next rendered it. */
export interface RenderedPage {
  status: number
  html: string
  /** Left out: a page. A feed or a sitemap is kept as it is. */
  type?: string
  /** What it was made of. Without any, every change may have changed it. */
  tags?: ReadonlySet<string>
  /** It changes by itself then: milliseconds since the epoch. */
  until?: number
  /** The form for comments that stands on it. */
  form?: FormFacts | undefined
  /** Says that there is nothing, and always will: it is not the page of one path. */
  lasting?: boolean
}

/** How a document cache has pages rendered, and what it may keep of them. */
export interface DocumentCacheOptions {
  /** Asks Next for the page at this path. */
  render: (path: string) => Promise<RenderedPage>
  /** The address of our own script, which takes the place of the framework's. */
  readerScript: string
  /** How many bytes of documents to keep; an eighth more of what strangers can ask for without end. */
  limit?: number
  /** How long a page may be kept at most, where that is less than an hour: milliseconds. */
  lifeOf?: (path: string) => number | undefined
  now?: () => number
  /** Who keeps pages for others to give out. */
  keeper?: PageKeeper
  /** The turns in which pages are rendered; shared with other work for the processor. */
  queue?: FairQueue
}
