import { redirectFor } from '@/lib/chapters/queries'
import { locales, negotiate, type Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'
import { log } from '@/lib/kernel/log'
import { redirect, unavailable } from './answers'
import { Document, sendDocument } from './document'
import type { SiteContext, Visit } from './routes/route'
import { inShell } from './shell'

/** Sends the page at a path, or leads to where it is by now. */
export async function sendPage(visit: Visit, path: string, headers = visit.site.headers.reading) {
  const { site } = visit
  const found = await opened(site, path)
  const moved = found.status === 404 ? await movedTo(site, path) : undefined
  if (moved?.document.status === 200) return redirect(visit, 301, moved.path)
  const home = found.status === 404 ? await belowChapter(site, path) : undefined
  if (home) return redirect(visit, 302, `${home}#comments`)
  const first = found.status === 404 ? await withoutNumber(site, path) : undefined
  if (first) return redirect(visit, 302, first)
  // What has gone for good is gone under its old addresses too; of where it was last, nothing is said.
  const document = moved?.document ?? found
  if (document.status >= 500) return sendAway(visit, localeIn(path))
  return sendKept(visit, path, document, headers)
}

/** There is no such page, said in the reader's language. */
export const sendNothing = (visit: Visit) =>
  sendPage(
    visit,
    emptyPage(negotiate(visit.request.headers['accept-language'])),
    visit.site.headers.negotiated,
  )

/** Sends a document that the door keeps under this path. */
export async function sendKept(
  { site, request, response }: Pick<Visit, 'site' | 'request' | 'response'>,
  path: string,
  document: Document,
  headers: Record<string, string>,
) {
  const before = document.bytes
  await sendDocument(request, response, document, { ...headers, ...cachingOf(site, document) })
  if (document.bytes !== before) site.door.grown(path, document)
}

/** How long others may keep what is made of this document. */
export const cachingOf = ({ door }: Pick<SiteContext, 'door'>, document: Document) =>
  door.isOutdated(document) ? outdated : sharedForASecond()

/** The page at a path, or a document that says 500 when it could not be rendered. */
export async function opened({ door }: Pick<SiteContext, 'door'>, path: string): Promise<Document> {
  try {
    return await door.get(path)
  } catch (error) {
    log.error({ err: error }, 'a page could not be rendered')
    return noDocument
  }
}

/**
 * Where the page of a path that answers 404 is now: a page that readers may read, or that has gone for good. A
 * chapter that is not out keeps its new address to itself.
 */
export async function movedTo(
  { door }: Pick<SiteContext, 'door'>,
  path: string,
): Promise<{ path: string; document: Document } | undefined> {
  // A chapter's pages of comments move with it.
  const [, page = path, rest = ''] = /^(.*?)(\/comments\/[^/]+)?$/s.exec(path) ?? []
  const to = await redirectFor(decodeURIComponent(page)).catch(() => undefined)
  if (!to) return undefined
  const document = await door.get(encodeURI(to))
  return [200, 410].includes(document.status) ? { path: encodeURI(to) + rest, document } : undefined
}

/** While the database is away: what is to be said, or the form with what was typed, in a page that needs no data. */
export async function sendAway(visit: Visit, locale: Locale, main = sorry(locale)) {
  const { site, request, response } = visit
  const shell = await opened(site, emptyPage(locale))
  if (shell.status >= 500) return unavailable(visit)
  const { site: said } = words(locale)
  const html = inShell(shell.html, { title: `${said.away} · ${said.name}`, main })
  return sendDocument(request, response, new Document(503, html), {
    ...site.headers.personal,
    'retry-after': '5',
  })
}

/** A page of this language that is not there, and needs no data to say so. */
export const emptyPage = (locale: Locale) => `/${locale}/-`

/** The first page of a thread stands below its chapter, unless the settings say that the newest does. */
async function belowChapter({ door }: SiteContext, path: string): Promise<string | undefined> {
  const chapter = /^(\/[^/]+\/chapters\/[^/]+)\/comments\/1$/.exec(path)?.[1]
  return chapter && (await door.get(chapter)).status === 200 ? chapter : undefined
}

/** The first page of a series and of a month has no number. */
async function withoutNumber({ door }: SiteContext, path: string): Promise<string | undefined> {
  const first = /^(\/[^/]+\/(?:series\/[^/]+|archive\/\d+\/\d+))\/page\/1$/.exec(path)?.[1]
  return first && (await door.get(first)).status === 200 ? first : undefined
}

/**
 * Browsers ask again each time, which costs a 304. A shared cache may keep a page for a second, and hand it out for
 * one more while it asks anew, so that a change is seen within two; and for a minute when nobody answers. nginx
 * counts in whole seconds and rounds up ("for a second" is until the end of the next one), so it is told which second
 * is meant. It heeds what comes last: https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cache_valid
 */
function sharedForASecond() {
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

const sorry = (locale: Locale) => {
  const { away, awayText } = words(locale).site
  return `<div class="page"><p class="numeral">503</p><h1>${away}</h1><p>${awayText}</p></div>`
}
