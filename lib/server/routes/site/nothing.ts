import type { Address } from '../../http/address'
import { emptyPage, sendStanding } from '../../documents/pages'
import { reads, route } from '../route'

// Pages that the server itself asks Next for: they have no address of their own.
const innerRooms = new Set(['missing', 'gone'])

/** Addresses that only our own layers ask for: from outside, there is nothing. */
export const nothing = route({
  name: 'nothing',
  match: (address) => (address.locale && isInner(address) ? { path: emptyPage(address.locale) } : undefined),
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  answer: (visit, { path }) => sendStanding(visit, path, visit.site.headers.reading),
})

function isInner({ path, segments: [, room = '', slug] }: Address) {
  // By such an ending Next answers the data of its own scripts, which our pages do without.
  return path.endsWith('.rsc') || innerRooms.has(room) || (room === 'search' && slug !== undefined)
}
