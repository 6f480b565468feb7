import { isIPv6 } from 'node:net'
import { withoutMapping } from './mapped-address'

/** The key under which an address is counted: an IPv6 customer owns a whole /64, so that is one client. */
export function addressKey(given: string): string {
  const address = withoutMapping(given)
  if (!isIPv6(address)) return address.slice(0, 100)
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
