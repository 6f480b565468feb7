import type { IncomingMessage } from 'node:http'
import { carriesSession } from '@/lib/people/sessions/session-proof'
import type { Route } from '../routes/route'

/** The most that is read of anybody, in bytes, where a route does not say more. */
export const strangersLimit = 64 * 1024

export const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || announcedLength(headers) > 0

/** How long a body says that it is; 0 where it does not say (the parser lets only digits through). */
export const announcedLength = (headers: IncomingMessage['headers']) => Number(headers['content-length'] ?? 0)

/** How much this request may send to this route. Who sends no more than everybody may is not asked for a session. */
export async function limitFor(request: IncomingMessage, route: Pick<Route, 'limit' | 'sessionLimit'>) {
  const { limit, sessionLimit } = route
  const fits = request.headers['transfer-encoding'] === undefined && announcedLength(request.headers) <= limit
  if (sessionLimit === undefined || fits) return limit
  return (await carriesSession(request.headers.cookie)) ? sessionLimit : limit
}
