import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { FormState } from '@/components/comments/form-state'
import type { OwnCommentPageProps } from '@/components/comments/own-comment-page'
import { readSearch } from '@/lib/chapters/read-search'
import { redirectFor } from '@/lib/chapters/queries'
import { pageOfComment } from '@/lib/comments/queries'
import { isLocale, locales, negotiate, type Locale } from '@/lib/i18n/locales'
import { commentsPath } from '@/lib/i18n/paths'
import { words } from '@/lib/i18n/words'
import { uuidIn } from '@/lib/kernel/ids'
import { log } from '@/lib/kernel/log'
import { keyPath } from '@/lib/syndication/index-now'
import { readableCall } from './action-body'
import { readAddress, type Asked } from './address'
import { clientAddress } from './client-address'
import { formRules, type FormRules } from '@/lib/comments/form-queries'
import { newChallenge, receivedForm } from './comment-answer'
import { pathOf, postComment, replyForm, type AnsweredForm, type ChapterAddress } from './comment-door'
import { answerAkismet } from './akismet-door'
import { answerOwnComment } from './own-comment-door'
import { Document, sendDocument } from './document'
import type { DocumentDoor } from './document-door'
import { cleanRequest, commonHeaders, readingPolicy } from './headers'
import type { Health } from './health'
import type { PictureFiles } from './picture-files'
import type { ReadCounter } from './read-counter'
import { readBody } from './request-body'
import { fromOurPages } from './same-origin'
import type { SearchCounter } from './search-counter'
import { inShell } from './shell'
import type { StaticFiles } from './static-files'
import { withForm } from './to-document'

export interface SiteServerOptions {
  door: DocumentDoor
  files: StaticFiles
  pictures: Pick<PictureFiles, 'send'>
  health: Health
  reads: Pick<ReadCounter, 'note'>
  searches?: Pick<SearchCounter, 'note'>
  /** Next, for the desk and everything else that is not a document. */
  application: RequestListener
  renderForm: (locale: Locale, chapterId: string, action: string, state: FormState, asks: FormRules) => string
  /** The page of a comment of one's own, as a fragment for the middle of a page. */
  renderOwnComment: (page: OwnCommentPageProps) => string
  trustedHops: number
  /** The configured address of the site, if there is one. */
  siteUrl: string | undefined
  /** Served as a file of its own name, for search engines that are told of changes. */
  indexNowKey?: string
  /** By which Akismet proves itself when it has something to say by itself. */
  akismetKey?: string
}

/** What stands in front of Next: answers documents, files and comments itself, and lets clean requests through. */
export function siteServer(options: SiteServerOptions): RequestListener {
  const common = commonHeaders(options.siteUrl?.startsWith('https:') ?? false)
  const shown = { ...common, 'content-security-policy': readingPolicy, vary: 'accept-encoding' }
  const personal = { ...shown, 'cache-control': 'private, no-store' }
  // The address may say which comment was received, for a moment. (Without any referrer a form has no origin.)
  const secret = { ...personal, 'referrer-policy': 'same-origin', 'x-robots-tag': 'noindex' }
  const { door } = options

  return (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    // Nearly every request ends here: a page that is in memory under the very address that was asked.
    if (request.url!.includes('/search?')) noteSearch(request)
    const ready = isRead ? door.inMemory(request.url!) : undefined
    // One that is not there may be somewhere else, which is looked up each time.
    if (ready && ready.status !== 404) return void send(request, response, request.url!, ready, shown)
    answer(request, response, isRead).catch((error: unknown) => fail(response, error))
  }

  async function answer(request: IncomingMessage, response: ServerResponse, isRead: boolean) {
    const asked = readAddress(request.url ?? '')
    const address = clientAddress(request, options.trustedHops)
    const ours = fromOurPages(request.headers, options.siteUrl)
    cleanRequest(request, { address, siteUrl: options.siteUrl })

    if (asked.kind === 'unreadable') return plain(response, 400, 'This address cannot be read.')
    if (asked.kind === 'comments') return comments(request, response, asked, { ip: address, ours })
    if (asked.kind === 'akismet') return answerAkismet(request, response, { key: options.akismetKey, common })
    if (asked.kind === 'own-comment') return ownComment(request, response, asked)
    if (asked.kind === 'application') {
      if (!isRead && request.method !== 'POST')
        return plain(response, 405, 'Nothing here is served by this method.', { allow: 'GET, HEAD, POST' })
      if (!isRead && !ours) return plain(response, 403, 'This request did not come from our own pages.')
      for (const [name, value] of Object.entries(common)) response.setHeader(name, value)
      if (isRead || !asked.isPage) return options.application(request, response)
      const call = await readableCall(request, response)
      if (call === 'too-large') return plain(response, 413, 'That is more than the site can take.')
      return call ? options.application(call, response) : plain(response, 400, 'This request cannot be read.')
    }
    if (asked.kind === 'read') return noteReading(request, response, { address, ours })
    if (!isRead) return plain(response, 405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' })
    return read(request, response, asked)
  }

  async function read(request: IncomingMessage, response: ServerResponse, asked: Asked) {
    if (asked.kind === 'health') {
      const ok = await options.health.ok()
      return plain(response, ok ? 200 : 503, ok ? 'ok' : 'unavailable')
    }
    if (options.indexNowKey && request.url === keyPath(options.indexNowKey))
      return plain(response, 200, options.indexNowKey)
    if (asked.kind === 'captcha') return challenge(response, asked.query)
    if (asked.kind === 'outlet') return outlet(request, response, asked.path)
    if (asked.kind === 'picture') {
      return (
        (await options.pictures.send(request, response, asked.path, common)) ||
        plain(response, 404, 'There is no such picture.')
      )
    }
    if (asked.kind === 'comment') return toComment(request, response, asked)
    if (asked.kind === 'moved') return redirect(response, 308, asked.to)
    if (asked.kind === 'file') {
      for (const [name, value] of Object.entries(common)) response.setHeader(name, value)
      return (
        (await options.files.send(request, response, asked.path)) ||
        plain(response, 404, 'There is no such file.')
      )
    }
    const locale = asked.kind === 'page' ? asked.locale : negotiate(request.headers['accept-language'])
    const negotiated = { ...shown, vary: 'accept-encoding, accept-language' }
    if (asked.kind === 'root') return page(request, response, `/${locale}`, negotiated)
    if (asked.kind === 'page' && asked.form) return pageWithForm(request, response, asked, asked.form)
    if (asked.kind === 'page') return page(request, response, asked.path, shown)
    return page(request, response, `/${locale}/-`, negotiated)
  }

  async function page(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    headers: Record<string, string>,
  ) {
    const found = await opened(path)
    const moved = found.status === 404 ? await movedTo(path) : undefined
    if (moved?.document.status === 200) return redirect(response, 301, moved.path)
    const home = found.status === 404 ? await belowChapter(path) : undefined
    if (home) return redirect(response, 302, `${home}#comments`)
    const first = found.status === 404 ? await withoutNumber(path) : undefined
    if (first) return redirect(response, 302, first)
    // What has gone for good is gone under its old addresses too; of where it was last, nothing is said.
    const document = moved?.document ?? found
    if (document.status >= 500) return away(request, response, localeIn(path))
    return send(request, response, path, document, headers)
  }

  async function outlet(request: IncomingMessage, response: ServerResponse, path: string) {
    const document = await door.get(path)
    if (document.status >= 500) return unavailable(response)
    const ofChapter = document.status === 404 && /^\/feeds(\/[^/]+\/chapters\/[^/]+)(\/[^/]+)$/.exec(path)
    const moved = ofChapter ? await movedTo(ofChapter[1]!) : undefined
    if (ofChapter && moved?.document.status === 200)
      return redirect(response, 301, `/feeds${moved.path}${ofChapter[2]}`)
    const chapter = ofChapter ? (moved?.document ?? (await door.get(ofChapter[1]!))) : undefined
    if (chapter?.status === 410) return plain(response, 410, 'This chapter is gone for good.')
    return send(request, response, path, document, shown)
  }

  /** A comment's own address leads to the page of the thread on which it stands by now. */
  async function toComment(
    request: IncomingMessage,
    response: ServerResponse,
    asked: ChapterAddress & { id: string },
  ) {
    const found = await pageOfComment(asked.locale, asked.slug, asked.id)
    // One that has gone, or never was, leads to the others.
    const gone = found ? false : (await door.get(pathOf(asked))).status === 200
    if (gone) return redirect(response, 302, `${pathOf(asked)}#comments`)
    if (!found) return page(request, response, `${pathOf(asked)}/comments/${asked.id}`, shown)
    return redirect(
      response,
      302,
      `${commentsPath(pathOf(asked), found.page, found.home)}#comment-${asked.id}`,
    )
  }

  /** Our script tells that a chapter is being read. Whatever it says, the answer is the same and says nothing. */
  async function noteReading(
    request: IncomingMessage,
    response: ServerResponse,
    { address, ours }: { address: string; ours: boolean },
  ) {
    const body = request.method === 'POST' && ours ? await readBody(request, response, 100) : undefined
    const edition = body?.ok ? uuidIn(body.value.toString()) : undefined
    if (edition) options.reads.note(address, request.headers['user-agent'] ?? '', edition)
    response.writeHead(204, { ...common, 'cache-control': 'no-store' })
    response.end()
  }

  /** Somebody searches; a form on its way to the address of its search, a prefetch or a further page is no search. */
  function noteSearch(request: IncomingMessage) {
    const { 'sec-purpose': purpose, 'user-agent': agent = '' } = request.headers
    const asked = request.method === 'GET' && !purpose ? readAddress(request.url!) : undefined
    if (asked?.kind !== 'page') return
    const { q, page } = readSearch(new URLSearchParams(asked.path.split('?')[1]))
    if (q && page === 1)
      options.searches?.note(clientAddress(request, options.trustedHops), agent, asked.locale, q)
  }

  async function opened(path: string) {
    try {
      return await door.get(path)
    } catch (error) {
      log.error({ err: error }, 'a page could not be rendered')
      return noDocument
    }
  }

  async function send(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    document: Document,
    headers: Record<string, string>,
  ) {
    const before = document.bytes
    const caching = door.isOutdated(document) ? outdated : sharedForASecond()
    await sendDocument(request, response, document, { ...headers, ...caching })
    if (document.bytes !== before) door.grown(path, document)
  }

  async function pageWithForm(
    request: IncomingMessage,
    response: ServerResponse,
    { path, locale }: { path: string; locale: Locale },
    wish: { received: string } | { replyTo: string },
  ) {
    const document = await opened(path)
    if (document.status >= 500) return away(request, response, locale)
    const chapter = chapterIn(document.html)
    const isReply = 'replyTo' in wish
    // Only a comment that stands on the page can be answered; any other wish is the page itself.
    const answers = isReply ? answersIn(document.html, wish.replyTo) : undefined
    if (!chapter || (isReply && answers === undefined)) return page(request, response, path, shown)
    const state = isReply
      ? { ...replyForm(chapter, locale, wish.replyTo), parentName: answers }
      : receivedForm(locale, wish.received)
    const action = `${path.replace(/\/comments\/\d+$/, '')}/comments`
    const form = options.renderForm(locale, chapter, action, state, await formRules())
    return sendDocument(request, response, new Document(200, withForm(document.html, form)), secret)
  }

  async function comments(
    request: IncomingMessage,
    response: ServerResponse,
    address: ChapterAddress,
    origin: { ip: string; ours: boolean },
  ) {
    for (const [name, value] of Object.entries(common)) response.setHeader(name, value)
    // Somebody reloads, or comes back to, the page that answered a form.
    if (request.method === 'GET' || request.method === 'HEAD')
      return redirect(response, 303, `${pathOf(address)}#respond`)
    if (request.method !== 'POST')
      return plain(response, 405, 'Comments are sent with POST.', { allow: 'POST' })
    await postComment(request, response, address, origin, {
      sendPage: (page) => formPage(request, response, page),
    })
  }

  /** The page that answers a plain form. What was typed is on it, whatever has become of the chapter. */
  async function formPage(request: IncomingMessage, response: ServerResponse, page: AnsweredForm) {
    const path = pathOf(page.address)
    const here = await opened(path)
    const found = here.status === 404 ? await movedTo(path) : undefined
    const moved = found?.document.status === 200 ? found : undefined
    const document = moved?.document ?? here
    const { state, address } = page
    const answered = 'parent' in state && state.parent ? answersIn(document.html, state.parent) : undefined
    const form = options.renderForm(
      address.locale,
      chapterIn(document.html) ?? page.chapterId,
      `${moved?.path ?? path}/comments`,
      answered ? ({ ...state, parentName: answered } as FormState) : state,
      await formRules(),
    )
    if (document.status >= 500) return away(request, response, address.locale, form)
    const status = document.status === 200 ? page.status : document.status
    return sendDocument(request, response, new Document(status, withForm(document.html, form)), personal)
  }

  /**
   * Where the page of a path that answers 404 is now: a page that readers may read, or that has gone for good. A chapter that is not out keeps its new address to itself.
   */
  async function movedTo(path: string): Promise<{ path: string; document: Document } | undefined> {
    // A chapter's pages of comments move with it.
    const [, page = path, rest = ''] = /^(.*?)(\/comments\/[^/]+)?$/s.exec(path) ?? []
    const to = await redirectFor(decodeURIComponent(page)).catch(() => undefined)
    if (!to) return undefined
    const document = await door.get(encodeURI(to))
    return [200, 410].includes(document.status) ? { path: encodeURI(to) + rest, document } : undefined
  }

  /** The first page of a thread stands below its chapter, unless the settings say that the newest does. */
  async function belowChapter(path: string): Promise<string | undefined> {
    const chapter = /^(\/[^/]+\/chapters\/[^/]+)\/comments\/1$/.exec(path)?.[1]
    return chapter && (await door.get(chapter)).status === 200 ? chapter : undefined
  }

  /** The first page of a series and of a month has no number. */
  async function withoutNumber(path: string): Promise<string | undefined> {
    const first = /^(\/[^/]+\/(?:series\/[^/]+|archive\/\d+\/\d+))\/page\/1$/.exec(path)?.[1]
    return first && (await door.get(first)).status === 200 ? first : undefined
  }

  async function ownComment(
    request: IncomingMessage,
    response: ServerResponse,
    { locale, token }: { locale: Locale; token: string },
  ) {
    const shell = await door.get(`/${locale}/-`)
    if (shell.status >= 500) return unavailable(response)
    await answerOwnComment(
      request,
      response,
      { locale, token },
      {
        ...{ common, ourOrigin: options.siteUrl, shell: shell.html, render: options.renderOwnComment },
      },
    )
  }

  /** While the database is away: what is to be said, or the form with what was typed, in a page that needs no data. */
  async function away(
    request: IncomingMessage,
    response: ServerResponse,
    locale: Locale,
    main = sorry(locale),
  ) {
    const shell = await opened(`/${locale}/-`)
    if (shell.status >= 500) return unavailable(response)
    const { site } = words(locale)
    const html = inShell(shell.html, { title: `${site.away} · ${site.name}`, main })
    return sendDocument(request, response, new Document(503, html), { ...personal, 'retry-after': '5' })
  }

  function fail(response: ServerResponse, error: unknown) {
    log.error({ err: error }, 'a request failed')
    if (response.headersSent) response.destroy()
    else unavailable(response)
  }

  function plain(
    response: ServerResponse,
    status: number,
    text: string,
    headers: Record<string, string> = {},
  ) {
    response.writeHead(status, {
      ...common,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    })
    response.end(`${text}\n`)
  }

  function unavailable(response: ServerResponse) {
    const sentence = 'The site cannot answer just now. Please try again in a moment.'
    plain(response, 503, sentence, { 'retry-after': '5' })
  }

  function redirect(response: ServerResponse, status: number, location: string) {
    response.writeHead(status, { ...common, location, 'cache-control': 'no-cache' })
    response.end()
  }

  function challenge(response: ServerResponse, query: URLSearchParams) {
    const chapterId = z.uuid().safeParse(query.get('chapter'))
    const locale = query.get('locale')
    if (!chapterId.success || !isLocale(locale)) return plain(response, 400, 'Name a chapter and a language.')
    response.writeHead(200, {
      ...common,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end(JSON.stringify(newChallenge(chapterId.data.toLowerCase(), locale)))
  }
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

// The page knows its chapter; what a form claims may be another's.
const chapterIn = (html: string) =>
  /<input[^>]*\bname="chapter"[^>]*\bvalue="([0-9a-f-]{36})"/.exec(html)?.[1]

/** Who is answered by a reply to this comment; nothing when the page offers no reply to it. */
function answersIn(html: string, commentId: string): string | undefined {
  const end = html.indexOf(`?reply=${commentId}#`)
  const link = end < 0 ? '' : html.slice(html.lastIndexOf('<a ', end), end)
  const name = /\bdata-name="([^"]*)"/.exec(link)?.[1]
  return name?.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_all, sign: string) => signs[sign]!)
}
const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }

const noDocument = new Document(500, '')

const localeIn = (path: string): Locale => locales.find((locale) => path.startsWith(`/${locale}`)) ?? 'en'

const sorry = (locale: Locale) => {
  const { away, awayText } = words(locale).site
  return `<div class="page"><p class="numeral">503</p><h1>${away}</h1><p>${awayText}</p></div>`
}
