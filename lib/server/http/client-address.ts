import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { withoutMapping } from '@/lib/kernel/mapped-address'

/**
 * Who sent this request: the socket's peer, or with `trustedHops = n` the n-th address from the right of
 * X-Forwarded-For, which the n proxies of our own have written. Whatever stands further left is the client's
 * own claim and counts for nothing.
 */
export function clientAddress(request: IncomingMessage, trustedHops: number): string {
  const peer = plain(request.socket.remoteAddress ?? '')
  if (trustedHops === 0) return peer
  const header = request.headers['x-forwarded-for']
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((hop) => plain(hop.trim()))
  const claimed = hops.at(-trustedHops) ?? ''
  return isIP(claimed) ? claimed : peer
}

// An IPv4 peer of a dual-stack socket reads ::ffff:192.0.2.1; a port or a zone may follow an address.
function plain(text: string): string {
  const bare = text.replace(/^\[(.*)\](?::\d+)?$/, (_whole, inner: string) => inner).split('%')[0]!
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.slice(0, bare.indexOf(':')) : withoutMapping(bare)
}
