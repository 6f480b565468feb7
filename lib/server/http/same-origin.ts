import type { IncomingHttpHeaders } from 'node:http'

/**
 * May this request change something? Only when the browser says that it comes from our own pages: an `Origin`
 * equal to the site's, or `Sec-Fetch-Site: same-origin` where no Origin was sent. With neither, no: Next alone
 * would let such a request through.
 *
 * `siteUrl` is the configured address; without one, the origin must name the host that was asked.
 */
export function fromOurPages(headers: IncomingHttpHeaders, siteUrl: string | undefined): boolean {
  const { origin } = headers
  if (headers['sec-fetch-site'] && headers['sec-fetch-site'] !== 'same-origin') return false
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin'
  if (siteUrl) return origin === siteUrl
  return (
    URL.canParse(origin) &&
    /^https?:$/.test(new URL(origin).protocol) &&
    new URL(origin).host === headers.host
  )
}
