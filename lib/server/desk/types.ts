import type { IncomingMessage } from 'node:http'
import type { Visit } from '../routes/route'

/** Has a request for the desk an answer by now, or its head; if not: too many wait there, or nobody is there. */
export type DeskOutcome = 'answered' | 'busy' | 'away'

/** Who makes the desk's pages: Next in this process, or another process of ours. The request is as it is to be read. */
export type AskDesk = (
  visit: Pick<Visit, 'response' | 'ip' | 'left'>,
  request: IncomingMessage,
) => Promise<DeskOutcome>
