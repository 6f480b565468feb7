import type { Place } from './types'

/** The places of each address in the order in which they came; the address whose turn it is comes first. */
export type Lines = Map<string, Set<Place>>

export const firstOf = (places: Set<Place>) => places.values().next().value

export function toTheEnd(lines: Lines, address: string) {
  const places = lines.get(address)
  if (places && lines.delete(address)) lines.set(address, places)
}

/** Of a full line, whoever has most places gives the last of them to somebody who has fewer. */
export function makeRoom(lines: Lines, has: number): boolean {
  let most: Set<Place> | undefined
  for (const places of lines.values()) if (places.size > (most?.size ?? has + 1)) most = places
  if (!most) return false
  ;[...most].at(-1)!.giveUp()
  return true
}
