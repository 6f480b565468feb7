import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { log } from '@/lib/kernel/log'
import { originForm, readAddress } from './http/address'
import { plain, unavailable } from './http/answers'
import { announcedLength, hasBody, limitFor, strangersLimit } from './bodies/body-limit'
import { clientAddress } from './http/client-address'
import { cleanRequest, siteHeaders } from './http/headers'
import { closeAfterAnswer } from './bodies/linger'
import { sendKept } from './documents/pages'
import type { SiteContext, SiteServerOptions, Visit } from './routes/route'
import { noteSearch } from './routes/site/search'
import { routeAt } from './routes/table'
import { fromOurPages } from './http/same-origin'
import { leaving } from './turns/waiter'

export type { SiteServerOptions } from './routes/route'

/** What stands in front of Next: answers each request by the table of routes. */
export function siteServer(options: SiteServerOptions): RequestListener {
  const site: SiteContext = { ...options, headers: siteHeaders(options.siteUrl) }
  const { door } = site

  return (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isCodedStrangely(request)) return refuseCoding({ site, response })
    // Nearly every request ends here: a page that is in memory under the very address that was asked.
    if (hasBody(request)) closeAfterAnswer(request, response)
    if (request.url!.includes('/search?')) noteSearch(site, request)
    const ready = isRead ? door.inMemory(request.url!) : undefined
    // What says that there is nothing stands for other addresses than its own.
    if (ready?.status === 200)
      return void sendKept({ site, request, response }, request.url!, ready, site.headers.reading)
    answer(site, request, response).catch((error: unknown) => fail({ site, response }, error))
  }
}

/** Is there a coding of the body that nobody here takes off (RFC 9112, 6.1)? Where it ends cannot be known. */
const isCodedStrangely = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined && !/^chunked$/i.test(headers['transfer-encoding'])

// At once: what follows is no request, and Node ends the connection when it has looked at it.
const refuseCoding = (where: Pick<Visit, 'site' | 'response'>) =>
  plain(where, 501, 'Bodies are taken plain or chunked.', { connection: 'close' })

async function answer(site: SiteContext, request: IncomingMessage, response: ServerResponse) {
  const ip = clientAddress(request, site.trustedHops)
  const ours = fromOurPages(request.headers, site.siteUrl)
  cleanRequest(request, { address: ip, trustedHops: site.trustedHops, siteUrl: site.siteUrl })
  request.url = originForm(request.url!)
  const address = readAddress(request.url)
  if (!address) return plain({ site, response }, 400, 'This address cannot be read.')
  const { route, answer } = routeAt(address)
  const limit = await limitFor(request, route)
  const visit: Visit = { site, request, response, address, ip, ours, limit, left: leaving(response) }
  // Routes that take bodies have their own words for one that is too large.
  if (limit < strangersLimit && announcedLength(request.headers) > strangersLimit)
    return plain(visit, 413, 'That is more than the site can take.')
  const method = request.method!
  if (!route.methods.includes(method)) {
    const allow = route.methods.join(', ')
    return plain(visit, 405, 'Nothing here is served by this method.', { allow })
  }
  const changes = method !== 'GET' && method !== 'HEAD'
  if (route.guard === 'our-pages' && changes && !ours)
    return plain(visit, 403, 'This request did not come from our own pages.')
  return answer(visit)
}

function fail(where: Pick<Visit, 'site' | 'response'>, error: unknown) {
  log.error({ err: error }, 'a request failed')
  if (where.response.headersSent) where.response.destroy()
  else unavailable(where)
}
