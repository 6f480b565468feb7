import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AuthorPageProps } from '@/lib/comments/author/page'
import { formRules } from '@/lib/comments/discussion/form-queries'
import { commentOfAuthor, authorData } from '@/lib/comments/author/queries'
import { readStatusToken } from '@/lib/comments/author/link-token'
import type { Locale } from '@/lib/i18n/locales'
import { authorWords } from '@/lib/i18n/author-words'
import { runtime } from '@/lib/kernel/env'
import { statusPath } from './comment-response'
import { Document, htmlType, sendDocument } from '../documents/document'
import type { Waiter } from '../turns/types'
import { readingPolicy } from '../http/headers'
import { withOwnBody } from '../documents/page-shell'
import { readBody, readFields, statusOfBody } from '../bodies/request-body'
import { inWritingTurn } from '../turns/writing-turns'
import { mayAsk, oneClick, reachOf, actOn, noticeOf } from './author-intents'

interface OwnDoor {
  common: Record<string, string>
  ourOrigin: string | undefined
  /** A whole page of the site in this language; its middle is replaced. */
  shell: string
  render: (page: AuthorPageProps) => string
  waiter: Waiter
  /** Says that too many ask just now. */
  unavailable: () => void
}

export const authorBodyLimit = 256 * 1024

/**
 * Answers a commenter's secret link: shows the comment, or does what its form asks. Whoever has the link may; a
 * stranger's page cannot post here without knowing it, so the link is also the proof of where a form came from.
 * (With `Referrer-Policy: no-referrer` browsers say `Origin: null`, and a mail provider that unsubscribes says none.)
 */
export async function answerAuthorPage(
  request: IncomingMessage,
  response: ServerResponse,
  { locale, token }: { locale: Locale; token: string },
  door: OwnDoor,
) {
  const link = readStatusToken(runtime().secret, token)
  const post = request.method === 'POST'
  if (!post && request.method !== 'GET' && request.method !== 'HEAD') return send(405, 'missing')
  if (!link) return send(404, 'missing')
  const body = post ? await readBody(request, response, authorBodyLimit) : undefined
  const answered = await inWritingTurn(door.waiter, async () => ({ done: await answer(link, body) }))
  if (!answered) door.unavailable()

  async function answer(
    link: NonNullable<ReturnType<typeof readStatusToken>>,
    body: Awaited<ReturnType<typeof readBody>> | undefined,
  ) {
    // A link that ends questions is about an address, and holds when no comment of it is left.
    if (link.purpose !== 'never' && !(await commentOfAuthor(link.commentId))) return send(404, 'missing')
    if (!body) return send(200, link.purpose)

    if (!body.ok) return send(statusOfBody[body.refusal], link.purpose, { notice: 'notPossible' })
    const fields = await readFields(request.headers['content-type'], body.value)
    if (!fields.ok) return send(400, link.purpose, { notice: 'notPossible' })
    const { intent, comment: typed, sure } = fields.value
    if (intent === 'export' && mayAsk[link.purpose].includes(intent))
      return sendData(
        response,
        door.common,
        await authorData(link.commentId, runtime().siteUrl, reachOf(link.purpose)),
      )
    const outcome = await actOn(link, fields.value['List-Unsubscribe'] ? oneClick(link.purpose) : intent, {
      typed,
      sure,
    })
    if (!outcome.ok) {
      const shown = typeof typed === 'string' && intent === 'change' ? { typed } : {}
      return send(outcome.status, link.purpose, { notice: noticeOf(outcome.refusal, locale), ...shown })
    }
    if (link.purpose !== 'status' || outcome.notice === 'linkSent')
      return send(200, link.purpose, { notice: outcome.notice })
    // The page that follows is fetched by GET, so reloading does nothing again.
    response.writeHead(303, { ...door.common, ...secrecy, location: statusPath(locale, token) })
    response.end()
  }

  async function send(
    status: number,
    purpose: AuthorPageProps['purpose'],
    more: Pick<AuthorPageProps, 'notice' | 'typed'> = {},
  ) {
    const now =
      link && purpose !== 'missing' && purpose !== 'never' ? await commentOfAuthor(link.commentId) : undefined
    const { follow: mailsOffered } = await formRules()
    const body = door.render({
      locale,
      purpose,
      action: statusPath(locale, token),
      comment: now,
      mailsOffered,
      ...more,
    })
    const html = withOwnBody(door.shell, { title: authorWords(locale).title, body })
    if (status === 405) response.setHeader('allow', 'GET, HEAD, POST')
    const page = new Document(status, html, htmlType, 'once')
    await sendDocument(request, response, page, { ...door.common, ...secrecy })
  }
}

// The address is a secret: it goes nowhere, into no cache and no index.
const secrecy = {
  'content-security-policy': readingPolicy,
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
}

function sendData(response: ServerResponse, common: Record<string, string>, comments: object[]) {
  const body = JSON.stringify({ comments }, null, 2)
  response.writeHead(200, {
    ...common,
    ...secrecy,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'content-disposition': 'attachment; filename="comments.json"',
  })
  response.end(body)
}
