import type { CommentFormProps, FormState } from '@/lib/comments/submit/form-state'
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

const noForm = { chapterId: undefined, answerable: new Map<string, string>() }

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
  const { chapterId, answerable } = document.form ?? noForm
  const isReply = 'replyTo' in wish
  // Only a comment that stands on the page can be answered; any other wish is the page itself.
  const parentName = isReply ? answerable.get(wish.replyTo) : undefined
  if (!chapterId || (isReply && parentName === undefined))
    return sendKept(visit, path, document, site.headers.reading)
  const state = isReply
    ? { ...replyForm(chapterId, locale, wish.replyTo), parentName }
    : receivedForm(locale, wish.received, chapterId)
  // Only what we have written into the address says that a comment was received; anybody can write an address.
  // Nobody keeps this page either: by the next address of the kind it would be somebody's.
  if (!state) return sendDocument(request, response, document, site.headers.secret)
  const action = `${path.replace(/\/comments\/\d+$/, '')}/comments`
  const form = site.renderForm({ locale, chapterId, action, state, rules: await formRules() })
  const answer = new Document(200, withForm(document, form), htmlType, 'once')
  return sendDocument(request, response, answer, site.headers.secret)
}

/** The page that answers a plain form. What was typed is on it, whatever has become of the chapter. */
export async function sendAnsweredForm(visit: Visit, page: AnsweredForm) {
  const { site, request, response } = visit
  const { state, address } = page
  const { path, document } = await pageToAnswerOn(visit, page)
  // The page knows its chapter; what a form claims may be another's.
  const { chapterId = page.chapterId, answerable } = document.form ?? noForm
  const parentName = 'parent' in state && state.parent ? answerable.get(state.parent) : undefined
  const form: CommentFormProps = {
    locale: address.locale,
    chapterId,
    action: `${path}/comments`,
    state: parentName ? ({ ...state, parentName } as FormState) : state,
    rules: await formRules(),
  }
  if (document.status >= 500) return sendAway(visit, address.locale, form)
  const status = document.status === 200 ? page.status : document.status
  const answer = new Document(status, withForm(document, site.renderForm(form)), htmlType, 'once')
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
