import { isIPv6 } from 'node:net'

/** An IPv4 address that is written as an IPv6 one (::ffff:192.0.2.1, or ::ffff:c000:201) in its own form. */
export function withoutMapping(address: string): string {
  if (!/ffff/i.test(address) || !isIPv6(address)) return address
  // A URL writes every IPv6 address in one form: RFC 5952, with the last 32 bits in hexadecimal too.
  const plain = URL.canParse(`http://[${address}]`) ? new URL(`http://[${address}]`).hostname : ''
  const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(plain) ?? []
  if (!high || !low) return address
  return [high, low]
    .map((half) => parseInt(half, 16))
    .flatMap((half) => [half >> 8, half & 255])
    .join('.')
}
