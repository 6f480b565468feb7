import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FormState } from '@/lib/comments/submit/form-state'
import type { Locale } from '@/lib/i18n/locales'
import { jsonOf, newChallenge, receivedPath, stateOf, statusOf } from './comment-response'
import { chapterPath } from '@/lib/i18n/paths'
import {
  type ChapterAddress,
  type CommentOrigin,
  outcomeOf,
  nothingTyped,
  wantsJson,
} from './comment-outcome'

/** What a plain form is answered with: the chapter's page, its form in this state. */
export interface AnsweredForm {
  address: ChapterAddress
  status: number
  state: FormState
  chapterId: string
}

export interface PostCommentOptions {
  sendPage: (page: AnsweredForm) => Promise<void>
}

/** Answers `POST /{locale}/chapters/{slug}/comments`: JSON to our script, a page to a plain form. */
export async function postComment(
  request: IncomingMessage,
  response: ServerResponse,
  address: ChapterAddress,
  origin: CommentOrigin,
  options: PostCommentOptions,
) {
  const outcome = await outcomeOf(request, response, address, origin)
  const status = statusOf(outcome)
  if (status === 503) response.setHeader('retry-after', '5')
  if (outcome.kind === 'problems' && outcome.retryAfter)
    response.setHeader('retry-after', String(outcome.retryAfter))

  if (wantsJson(request)) return sendJson(response, status, jsonOf(outcome, address.locale))
  if (outcome.kind === 'received') {
    // The page that follows is fetched by GET, so going back or reloading posts nothing again.
    response.writeHead(303, {
      location: receivedPath(chapterPath(address.locale, address.slug), outcome),
      'cache-control': 'no-store',
    })
    response.end()
    return
  }
  const state = stateOf(outcome, address.locale)
  await options.sendPage({ address, status, state, chapterId: outcome.chapterId })
}

/** The form of a page that was asked for with a comment to answer, for readers without scripts. */
export const replyForm = (chapterId: string, locale: Locale, parent: string): FormState => ({
  status: 'reply',
  typed: nothingTyped,
  challenge: newChallenge(chapterId, locale),
  submissionKey: randomUUID(),
  parent,
})

function sendJson(response: ServerResponse, status: number, answer: object) {
  const body = JSON.stringify(answer)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(body)
}
