import type { CommentFormProps } from '@/lib/comments/submit/form-state'
import { locales, negotiate, type Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'
import { log } from '@/lib/kernel/log'
import { redirect, unavailable } from '../http/answers'
import { Document, htmlType, sendDocument, type Fields } from './document'
import { busy } from './render-limits'
import type { Waiter } from '../turns/types'
import type { SiteContext, Visit } from '../routes/route'
import { withOwnBody } from './page-shell'
import { waiterOf } from '../turns/waiter'

/** The page at a path, or why there is none. */
export type OpenedPage =
  | { kind: 'page'; document: Document }
  | { kind: 'moved'; to: string; status: 301 | 302 }
  | { kind: 'gone' | 'missing' | 'busy' | 'away' }

/** Sends the page at a path, or leads to where it is by now, or says that there is none. */
export async function sendPage(visit: Visit, path: string, headers = visit.site.headers.reading) {
  return sendOpened(visit, path, await openPage(visit, path), headers)
}

/**
 * What is in memory is at hand; of everything else it is looked up first whether it can be there, which costs one
 * small query. Only what is there is rendered, and what nobody can know before it is made (searches) after all else.
 */
export async function openPage({ site, ...visit }: Visit, path: string): Promise<OpenedPage> {
  const waiter = waiterOf(visit)
  const ready = site.door.atHand(path, waiter)
  if (ready?.status === 200) return { kind: 'page', document: ready }
  try {
    const found = await site.find(path, waiter)
    if (found.kind !== 'here' && found.kind !== 'search') return found
    const rank = found.kind === 'search' ? 'unknown' : 'known'
    return asOpened(await site.door.get(path, { ...waiter, rank }))
  } catch (error) {
    log.error({ err: error }, 'a page could not be rendered')
    return { kind: 'away' }
  }
}

function asOpened(document: Document): OpenedPage {
  if (document === busy) return { kind: 'busy' }
  if (document.status >= 500) return { kind: 'away' }
  return document.status === 404 ? { kind: 'missing' } : { kind: 'page', document }
}

/** Sends what was opened at this path. */
export async function sendOpened(
  visit: Visit,
  path: string,
  opened: OpenedPage,
  headers = visit.site.headers.reading,
) {
  const locale = localeIn(path)
  if (opened.kind === 'page') return sendKept(visit, path, opened.document, headers)
  if (opened.kind === 'moved') return redirect(visit, opened.status, opened.to)
  if (opened.kind === 'missing') return sendMissing(visit, path, headers)
  if (opened.kind === 'gone') return sendStanding(visit, gonePage(locale), headers)
  return opened.kind === 'busy' ? sendBusy(visit, locale) : sendAway(visit, locale)
}

/** There is no such page, said in the reader's language. */
export const sendNothing = (visit: Visit) =>
  sendStanding(
    visit,
    emptyPage(negotiate(visit.request.headers['accept-language'])),
    visit.site.headers.negotiated,
  )

// Titles that look like what was mistyped are looked for when there is room for it at once.
const patience = 300

/** There is no such page: the one kept for all of them or, when there is room to make it, one with what may be meant. */
async function sendMissing(visit: Visit, path: string, headers: Record<string, string>) {
  const locale = localeIn(path)
  const [, , , wanted] = path.split('?')[0]!.split('/')
  const likely = wanted && `${emptyPage(locale)}/${wanted}`
  const waiter: Waiter = { ...waiterOf(visit), rank: 'unknown', patience }
  const document = likely && (await opened(visit.site, likely, waiter))
  return document && document.status === 404 && document.html
    ? sendKept(visit, likely, document, headers)
    : sendStanding(visit, emptyPage(locale), headers)
}

/** Sends a page that is made of words alone and stands for many addresses. */
export async function sendStanding(visit: Visit, path: string, headers: Record<string, string>) {
  const document = await opened(visit.site, path, waiterOf(visit))
  return document.status >= 500 ? unavailable(visit) : sendKept(visit, path, document, headers)
}

/** Sends a document that the door keeps under this path; at once, when its bytes are ready. */
export function sendKept(
  { site, request, response }: Pick<Visit, 'site' | 'request' | 'response'>,
  path: string,
  document: Document,
  fields: Fields,
): void | Promise<void> {
  const before = document.bytes
  const sent = sendDocument(request, response, document, fields, cachingOf(site, document))
  const given = () => fields === site.headers.reading && site.door.given(path, document)
  if (!sent) return void given()
  return sent.then(() => {
    if (document.bytes !== before) site.door.grown(path, document)
    given()
  })
}

/** How long others may keep what is made of this document. */
export const cachingOf = ({ door }: Pick<SiteContext, 'door'>, document: Document) =>
  door.isOutdated(document) ? outdated : sharedForASecond()

/** The page at a path that is known to be there, or a document that says 5xx. */
export async function opened(
  { door }: Pick<SiteContext, 'door'>,
  path: string,
  waiter: Waiter,
): Promise<Document> {
  try {
    return await door.get(path, waiter)
  } catch (error) {
    log.error({ err: error }, 'a page could not be rendered')
    return noDocument
  }
}

/** While the database is away: what is to be said, or the form with what was typed, in a page that needs no data. */
export async function sendAway(visit: Visit, locale: Locale, form?: CommentFormProps) {
  const shell = await opened(visit.site, emptyPage(locale), waiterOf(visit))
  return shell.status >= 500 ? unavailable(visit) : sendSorry(visit, locale, shell, form)
}

/** Too many ask just now. What says so must cost nothing. */
export function sendBusy(visit: Visit, locale: Locale) {
  const shell = visit.site.door.inMemory(emptyPage(locale))
  return shell ? sendSorry(visit, locale, shell) : unavailable(visit)
}

function sendSorry(
  { site, request, response }: Visit,
  locale: Locale,
  shell: Document,
  form?: CommentFormProps,
) {
  const { away, name } = words(locale).site
  const page = () =>
    withOwnBody(shell.html, { title: `${away} · ${name}`, body: site.renderAway(locale, form) })
  if (!form && !sorryIn.has(shell)) sorryIn.set(shell, new Document(503, page()))
  const document = form ? new Document(503, page(), htmlType, 'once') : sorryIn.get(shell)!
  return sendDocument(request, response, document, { ...site.headers.personal, 'retry-after': '5' })
}

// One for each language, as long as its page of no data is the same.
const sorryIn = new WeakMap<Document, Document>()

/** A page of this language that is not there, and needs no data to say so. */
export const emptyPage = (locale: Locale) => `/${locale}/-`

/** The page of what has been withdrawn for good. */
export const gonePage = (locale: Locale) => `/${locale}/-gone`

/**
 * Browsers ask again each time, which costs a 304. A shared cache may keep a page for a second, and hand it out for
 * one more while it asks anew, so that a change is seen within two; and for a minute when nobody answers. nginx
 * counts in whole seconds and rounds up ("for a second" is until the end of the next one), so it is told which second
 * is meant. It heeds what comes last: https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cache_valid
 */
export function sharedForASecond() {
  const now = Math.floor(Date.now() / 1_000)
  if (now !== second) {
    second = now
    shared = {
      'cache-control':
        'public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=60, must-revalidate',
      'x-accel-expires': `@${now}`,
    }
  }
  return shared
}
let second = 0
let shared: Record<string, string> = {}
// Nobody else may keep a page that is handed out for a last time.
const outdated = { 'cache-control': 'public, max-age=0, must-revalidate' }

const noDocument = new Document(500, '')

const localeIn = (path: string): Locale => locales.find((locale) => path.startsWith(`/${locale}`)) ?? 'en'
