import type { IncomingMessage, ServerResponse } from 'node:http'
import { defaultLocale } from '@/lib/i18n/locales'
import { carriesSession } from '@/lib/people/sessions/session-proof'
import { sendBusy } from '../documents/pages'
import { setCommonHeaders, unavailable } from './answers'
import type { Visit } from '../routes/route'
import { isInner, markInner } from '../turns/inner-request'
import { waiterOf } from '../turns/waiter'

// Next, its compression and what stands before them wait for the end of one answer, eleven in all. Node takes more than
// ten for a leak, and would tell the operator so at every page of the desk.
const mostWaiting = 30

// Who reads an answer slowly keeps no place for it.
const longest = 3_000

/**
 * Lets Next answer a request, in turn with the pages that are rendered for readers. Anybody can ask for the sign-in
 * without end, so it comes after readers' pages; who carries a session of ours is one of the staff, and known.
 */
export async function askApplication(visit: Visit, request: IncomingMessage) {
  const { site, response } = visit
  response.setMaxListeners(mostWaiting)
  if (isInner(request)) {
    setCommonHeaders(visit)
    return void site.application(request, response)
  }
  if (request.method === 'POST') markInner(request)
  const rank = (await carriesSession(request.headers.cookie)) ? 'known' : 'unknown'
  const answered = await site.turns.run({ ...waiterOf(visit), rank }, async () => {
    setCommonHeaders(visit)
    site.application(request, response)
    await closedWithin(response, longest)
    return true
  })
  if (!answered) await sendTooMany(visit, request)
}

// A person who opened a page reads so in a page; a script gets the sentence.
const sendTooMany = (visit: Visit, request: IncomingMessage) =>
  request.headers['sec-fetch-mode'] === 'navigate' || request.headers.accept?.includes('text/html')
    ? sendBusy(visit, defaultLocale)
    : unavailable(visit)

/** Until it has been answered or its client has left, but no longer than this. */
const closedWithin = (response: ServerResponse, milliseconds: number) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    if (response.closed) end()
    else response.once('close', end)
  })
