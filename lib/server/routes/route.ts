import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CommentFormProps } from '@/lib/comments/submit/form-state'
import type { AuthorPageProps } from '@/lib/comments/author/page'
import type { Locale } from '@/lib/i18n/locales'
import type { FoundPage } from '@/lib/kernel/found-page'
import type { ActionPages } from '../bodies/action-pages'
import type { Address } from '../http/address'
import type { AskDesk } from '../desk/types'
import type { DocumentCache } from '../documents/document-cache'
import type { Waiter } from '../turns/types'
import type { LiveDesk } from '../live/live-desk'
import type { Health } from '../process/health'
import type { Lookups } from '../turns/lookups'
import type { PictureFiles } from '../files/picture-files'
import type { ReadCounter } from '../counters/read-counter'
import type { SearchCounter } from '../counters/search-counter'
import type { StaticFiles } from '../files/static-files'

/**
 * What the site answers at addresses of one kind: one entry of the table in `table.ts`. `Match` is what the route
 * reads out of an address.
 */
export interface Route<Match = unknown> {
  name: string
  /** What `answer` needs of an address; undefined where the address is not this route's. */
  match(address: Address): Match | undefined
  /** Every other method is answered with 405. */
  methods: readonly string[]
  /** The most bytes that the body of a request may have; 0 where nobody reads it. */
  limit: number
  /** The same for whoever has a session, where that is more. */
  sessionLimit?: number
  guard: Guard
  answer(visit: Visit, match: Match): void | Promise<void>
}

/**
 * From where requests that change something may come: from anywhere; from our own pages only, by what the browser
 * says (403); or as the route itself decides, which then has its own way to refuse or its own proof.
 */
type Guard = 'anywhere' | 'our-pages' | 'by-itself'

/** Lets the compiler read `Match` off a route's own functions. */
export const route = <Match>(one: Route<Match>): Route<Match> => one

export const reads = ['GET', 'HEAD'] as const
export const readsAndPosts = [...reads, 'POST'] as const

/** One request, with what is known about it. */
export interface Visit {
  site: SiteContext
  request: IncomingMessage
  response: ServerResponse
  address: Address
  /** Who asks. */
  ip: string
  /** Does the browser say that it comes from our own pages? */
  ours: boolean
  /** The most bytes that are read of this request's body: what its route allows to whoever asks. */
  limit: number
  /** Aborted when nobody waits for the answer any longer. */
  left: AbortSignal
}

export interface SiteServerOptions {
  door: DocumentCache
  /** What is at the path of a page, a feed or a sitemap, without making it. */
  find: (path: string, waiter: Waiter) => Promise<FoundPage>
  /** Small questions to the database, in turn. */
  lookups: Pick<Lookups, 'run'>
  files: StaticFiles
  pictures: Pick<PictureFiles, 'send'>
  health: Health
  reads: Pick<ReadCounter, 'note'>
  searches?: Pick<SearchCounter, 'note'>
  /** Who makes the desk, and everything else of Next's that is not a document; to be asked by `askApplication`. */
  desk: AskDesk
  /** The desks that are open, to be told what happens there. */
  live: Pick<LiveDesk, 'open'>
  /** Which pages the actions of the build belong to; left out while pages are being developed. */
  actionPages?: Pick<ActionPages, 'mayCall'>
  /** The form of a chapter, to take the place of the one on its page. */
  renderForm: (form: CommentFormProps) => string
  /** The body of the page of a comment of one's own. */
  renderAuthorPage: (page: AuthorPageProps) => string
  /** The body of the page that says that there is none for now, or keeps a form with what was typed. */
  renderAway: (locale: Locale, form?: CommentFormProps) => string
  trustedHops: number
  /** The configured address of the site, if there is one. */
  siteUrl: string | undefined
  /** Served as a file of its own name, for search engines that are told of changes. */
  indexNowKey?: string
  /** By which Akismet proves itself when it has something to say by itself. */
  akismetKey?: string
}

/** What routes answer with. */
export interface SiteContext extends SiteServerOptions {
  headers: SiteHeaders
}

export interface SiteHeaders {
  /** On every answer. */
  common: Record<string, string>
  /** On a page that everybody sees alike. */
  reading: Record<string, string>
  /** On a page that depends on the reader's language. */
  negotiated: Record<string, string>
  /** On a page made for one person. */
  personal: Record<string, string>
  /** On a page made for one person whose address says something about them. */
  secret: Record<string, string>
}
