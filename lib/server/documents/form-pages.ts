import type { FormState } from '@/lib/comments/submit/form-state'
import { formRules } from '@/lib/comments/discussion/form-queries'
import type { Locale } from '@/lib/i18n/locales'
import { receivedForm } from '../comments/comment-response'
import { chapterPath } from '@/lib/i18n/paths'
import { replyForm, type AnsweredForm } from '../comments/post-comment'
import { Document, htmlType, sendDocument } from './document'
import { emptyPage, gonePage, opened, openPage, sendAway, sendKept, sendOpened } from './pages'
import type { Visit } from '../routes/route'
import { withForm } from './to-document'
import { waiterOf } from '../turns/waiter'

/** What a chapter's address may say about its form: that a comment was received, or whom the next one answers. */
export type FormWish = { received: string } | { replyTo: string }

/** A chapter's page with its form in the state that the address asks for, for readers without scripts. */
export async function sendPageWithForm(
  visit: Visit,
  { path, locale }: { path: string; locale: Locale },
  wish: FormWish,
) {
  const { site, request, response } = visit
  const page = await openPage(visit, path)
  if (page.kind !== 'page') return sendOpened(visit, path, page)
  const { document } = page
  const chapter = chapterIn(document.html)
  const isReply = 'replyTo' in wish
  // Only a comment that stands on the page can be answered; any other wish is the page itself.
  const answers = isReply ? answersIn(document.html, wish.replyTo) : undefined
  if (!chapter || (isReply && answers === undefined))
    return sendKept(visit, path, document, site.headers.reading)
  const state = isReply
    ? { ...replyForm(chapter, locale, wish.replyTo), parentName: answers }
    : receivedForm(locale, wish.received, chapter)
  // Only what we have written into the address says that a comment was received; anybody can write an address.
  // Nobody keeps this page either: by the next address of the kind it would be somebody's.
  if (!state) return sendDocument(request, response, document, site.headers.secret)
  const action = `${path.replace(/\/comments\/\d+$/, '')}/comments`
  const form = site.renderForm(locale, chapter, action, state, await formRules())
  const answer = new Document(200, withForm(document.html, form), htmlType, 'once')
  return sendDocument(request, response, answer, site.headers.secret)
}

/** The page that answers a plain form. What was typed is on it, whatever has become of the chapter. */
export async function sendAnsweredForm(visit: Visit, page: AnsweredForm) {
  const { site, request, response } = visit
  const { state, address } = page
  const { path, document } = await pageToAnswerOn(visit, page)
  const answered = 'parent' in state && state.parent ? answersIn(document.html, state.parent) : undefined
  const form = site.renderForm(
    address.locale,
    chapterIn(document.html) ?? page.chapterId,
    `${path}/comments`,
    answered ? ({ ...state, parentName: answered } as FormState) : state,
    await formRules(),
  )
  if (document.status >= 500) return sendAway(visit, address.locale, form)
  const status = document.status === 200 ? page.status : document.status
  const answer = new Document(status, withForm(document.html, form), htmlType, 'once')
  return sendDocument(request, response, answer, site.headers.personal)
}

/** The chapter's page, at its address by now; where it has none, the page that says so, or one of 5xx. */
async function pageToAnswerOn(visit: Visit, { address }: AnsweredForm) {
  const path = chapterPath(address.locale, address.slug)
  const here = await openPage(visit, path)
  const moved = here.kind === 'moved' ? here.to : undefined
  const page = moved ? await openPage(visit, moved) : here
  if (page.kind === 'page') return { path: moved ?? path, document: page.document }
  const instead = page.kind === 'gone' ? gonePage(address.locale) : emptyPage(address.locale)
  const knows = page.kind === 'gone' || page.kind === 'missing'
  return {
    path,
    document: knows ? await opened(visit.site, instead, waiterOf(visit)) : new Document(503, ''),
  }
}

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
