import type { IncomingMessage } from 'node:http'
import type { SiteHeaders } from '../routes/route'

/** On every answer, whoever made it. */
export function commonHeaders(https: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
    ...(https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}

/** What a reading page may load: our own files, and no script of anybody else's. */
export const readingPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

function headersFor(https: boolean): SiteHeaders {
  const common = commonHeaders(https)
  const reading = { ...common, 'content-security-policy': readingPolicy, vary: 'accept-encoding' }
  const personal = { ...reading, 'cache-control': 'private, no-store' }
  return {
    common,
    reading,
    negotiated: { ...reading, vary: 'accept-encoding, accept-language' },
    personal,
    // The address may say which comment was received, for a moment. (Without any referrer a form has no origin.)
    secret: { ...personal, 'referrer-policy': 'same-origin', 'x-robots-tag': 'noindex' },
  }
}

const [overHttp, overHttps] = [headersFor(false), headersFor(true)]

/** The same objects each time: what is made of them is kept as long as they are the same. */
export const siteHeaders = (siteUrl: string | undefined): SiteHeaders =>
  siteUrl?.startsWith('https:') ? overHttps : overHttp

const internal =
  /^(x-middleware-|x-nextjs-|x-next-|x-now-|x-invoke-|x-matched-path|x-vercel-|x-prerender-|x-forwarded-|forwarded$|x-real-ip$|x-client-|x-nonce$)/

/**
 * Takes away what only our own layers may say to each other (Next has trusted such headers from strangers
 * before: CVE-2025-29927), and writes what the pages behind may rely on.
 */
export function cleanRequest(
  request: IncomingMessage,
  facts: { address: string; trustedHops: number; siteUrl: string | undefined },
) {
  const isForwarded = facts.trustedHops === 0 && cameThroughProxy(request)
  for (const name of Object.keys(request.headers)) if (internal.test(name)) delete request.headers[name]
  request.headers['x-client-address'] = facts.address
  // A proxy that nobody has told us of, or a client's own claim: who is told of it has signed in.
  if (isForwarded) request.headers['x-client-forwarded'] = '1'
  request.headers['x-forwarded-for'] = facts.address
  if (!facts.siteUrl) return
  const site = new URL(facts.siteUrl)
  request.headers['x-forwarded-host'] = site.host
  request.headers['x-forwarded-proto'] = site.protocol.slice(0, -1)
}

// Next asks us for the page to which an action leads, with the headers that we wrote for that action: then what was
// noted of it holds. A client that writes the same hides the note from nobody but itself.
function cameThroughProxy({ headers }: IncomingMessage) {
  const { 'x-forwarded-for': forwarded, 'x-client-address': written, 'x-client-forwarded': noted } = headers
  return forwarded !== undefined && (forwarded !== written || noted === '1')
}
