import { notFound } from 'next/navigation'
import { numberIn } from './number-in'

/** A number as it stands in an address; anything else is no page. */
export const numberOrMissing = (
  text: string | undefined,
  bounds: Parameters<typeof numberIn>[1] = {},
): number => numberIn(text, bounds) ?? notFound()

/** The page in the end of an address, `…/page/3`; undefined where the address names none. */
export function pageOrMissing(rest: readonly string[] | undefined, { from = 1 } = {}): number | undefined {
  if (rest === undefined || rest.length === 0) return undefined
  return rest.length === 2 && rest[0] === 'page' ? numberOrMissing(rest[1], { from }) : notFound()
}
