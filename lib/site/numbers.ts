import { notFound } from 'next/navigation'

/** A number as it stands in an address, without leading zeros or signs; anything else is no page. */
export function numberOrMissing(
  text: string | undefined,
  { from = 1, to = 1_000_000, places = 0 } = {},
): number {
  const number = Number(text)
  const plain = text === String(number).padStart(places, '0')
  return plain && Number.isInteger(number) && number >= from && number <= to ? number : notFound()
}

/** The page in the end of an address, `…/page/3`; undefined where the address names none. */
export function pageOrMissing(rest: readonly string[] | undefined, { from = 1 } = {}): number | undefined {
  if (rest === undefined || rest.length === 0) return undefined
  return rest.length === 2 && rest[0] === 'page' ? numberOrMissing(rest[1], { from }) : notFound()
}
