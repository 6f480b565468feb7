import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { runtime } from '@/lib/kernel/env'

// When an action ends with a redirect, Next asks this server for the page that it leads to, with the headers of the
// call, and answers when it has it. That page must not wait for a turn that the call itself holds.
const name = 'x-inner-request'

// The same in every process of the site, since any of them may be asked.
const proof = () =>
  createHmac('sha256', runtime().secret).update('a request within a turn').digest('base64url')

/** Lets Next's own requests on behalf of this one be known again. */
export function markInner(request: IncomingMessage) {
  request.headers[name] = proof()
}

/** Is this one that Next makes for a request which has its turn? The mark is taken off; nobody else can make one. */
export function isInner(request: IncomingMessage): boolean {
  const given = request.headers[name]
  delete request.headers[name]
  if (typeof given !== 'string') return false
  const [a, b] = [Buffer.from(given), Buffer.from(proof())]
  return a.length === b.length && timingSafeEqual(a, b)
}
