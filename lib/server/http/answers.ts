import type { ServerResponse } from 'node:http'
import type { SiteContext } from '../routes/route'

// Answers that are no pages, the same at every address.

type Where = { site: Pick<SiteContext, 'headers'>; response: ServerResponse }

/** A sentence, for whoever asked in a way that no page of ours does. */
export function plain(
  { site, response }: Where,
  status: number,
  text: string,
  headers: Record<string, string> = {},
) {
  const body = Buffer.from(`${text}\n`)
  response.writeHead(status, {
    ...site.headers.common,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': body.length,
    ...headers,
  })
  response.end(body)
}

export function unavailable(where: Where) {
  const sentence = 'The site cannot answer just now. Please try again in a moment.'
  plain(where, 503, sentence, { 'retry-after': '5' })
}

export function redirect({ site, response }: Where, status: number, location: string) {
  response.writeHead(status, {
    ...site.headers.common,
    location,
    'cache-control': 'no-cache',
    'content-length': 0,
  })
  response.end()
}

/** For answers whose head somebody else writes. */
export function setCommonHeaders({ site, response }: Where) {
  for (const [name, value] of Object.entries(site.headers.common)) response.setHeader(name, value)
}
