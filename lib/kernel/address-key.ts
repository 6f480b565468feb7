import { isIPv4, isIPv6 } from 'node:net'
import { withoutMapping } from './mapped-address'

/** The key under which an address is counted: an IPv6 customer owns a whole /64, so that is one client. */
export function addressKey(given: string): string {
  const address = withoutMapping(given)
  return isIPv6(address) ? prefixOf(address, 4) : address.slice(0, 100)
}

/** The same for the surroundings of an address, all of which one customer may own: a /48 of IPv6, a /24 of IPv4. */
export function neighbourhoodKey(given: string): string {
  const address = withoutMapping(given)
  if (isIPv4(address)) return address.replace(/\d+$/, '0/24')
  return isIPv6(address) ? prefixOf(address, 3) : address.slice(0, 100)
}

function prefixOf(address: string, groups: number): string {
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  const all = [...left, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...right]
  return `${all
    .slice(0, groups)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/${groups * 16}`
}
