/**
 * The moment at which the clocks of a zone show what somebody has typed ('2026-03-29T09:30'). A time that is skipped in
 * spring counts from before it, one that comes twice in autumn is the first: as `new Date` has it for a computer's own zone.
 */
export function momentIn(zone: string, typed: string): Date | undefined {
  const shown = Date.parse(`${typed}Z`)
  if (Number.isNaN(shown)) return undefined
  const before = shown - offsetAt(zone, shown - DAY)
  if (offsetAt(zone, before) === shown - before) return new Date(before)
  const after = shown - offsetAt(zone, shown + DAY)
  return new Date(offsetAt(zone, after) === shown - after ? after : before)
}

const DAY = 24 * 60 * 60 * 1_000

/** By how many milliseconds the clocks of a zone are ahead of UTC at a moment. */
function offsetAt(zone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'))
  return wall - Math.floor(moment / 1_000) * 1_000
}

/** Do the clocks of a zone differ from UTC by a part of an hour? */
export const isHalfHourZone = (zone: string | null | undefined, at: Date): boolean =>
  Boolean(zone) && offsetAt(zone!, at.getTime()) % (60 * 60 * 1_000) !== 0
