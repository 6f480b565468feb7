import type { RequestListener, ServerResponse } from 'node:http'
import { carriesSession } from '@/lib/people/sessions/session-proof'
import type { FairQueue } from '../turns/fair-queue'
import { isInner, markInner } from '../turns/inner-request'
import { waiterOf } from '../turns/waiter'
import { compressed } from './compressed'
import type { AskDesk } from './types'

// Next, what compresses and what stands before them wait for the end of one answer, eleven in all. Node takes more than
// ten for a leak, and would tell the operator so at every page of the desk.
const mostWaiting = 30

// Who reads an answer slowly keeps no place for it.
const longest = 3_000

/**
 * Lets Next answer in this process, in turn. Anybody can ask for the sign-in without end, so it comes after everything
 * else in the same queue; who carries a session of ours is one of the staff, and known.
 */
export const deskHere = (application: RequestListener, turns: Pick<FairQueue, 'run'>): AskDesk => {
  const answer = compressed(application)
  return async (visit, request) => {
    const { response } = visit
    response.setMaxListeners(mostWaiting)
    if (isInner(request)) {
      answer(request, response)
      return 'answered'
    }
    if (request.method === 'POST') markInner(request)
    const rank = (await carriesSession(request.headers.cookie)) ? 'known' : 'unknown'
    const answered = await turns.run({ ...waiterOf(visit), rank }, async () => {
      answer(request, response)
      await closedWithin(response, longest)
      return true
    })
    return answered ? 'answered' : 'busy'
  }
}

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
