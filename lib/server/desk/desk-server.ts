import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { log } from '@/lib/kernel/log'
import { leaving } from '../turns/waiter'
import type { AskDesk, DeskOutcome } from './types'

/** In an answer that is none: why there is none. Nothing that Next sends has this name. */
export const refusalHeader = 'x-desk-refusal'

/**
 * Answers what the processes in front hand on (`desk-apart.ts`). They have judged it: its size, from where it comes,
 * who sends it; and have taken off what strangers may not say.
 */
export const deskServer =
  (ask: AskDesk): RequestListener =>
  (request: IncomingMessage, response: ServerResponse) => {
    const visit = { response, ip: String(request.headers['x-client-address'] ?? ''), left: leaving(response) }
    const refuse = (why: Exclude<DeskOutcome, 'answered'>) =>
      response.writeHead(503, { [refusalHeader]: why, 'content-length': 0 }).end()
    ask(visit, request).then(
      (outcome) => {
        if (outcome !== 'answered') refuse(outcome)
      },
      (error: unknown) => {
        log.error({ err: error }, 'a request to the desk failed')
        if (response.headersSent) response.destroy()
        else refuse('away')
      },
    )
  }
