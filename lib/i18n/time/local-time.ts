import { regionalTag, type Locale } from '../locales'

/** In which language and by which clocks a moment is told. Without a zone it is told in UTC, and says so. */
export interface Clock {
  locale: Locale
  zone?: string
}

/** A moment as it is told at the desk; of `today`, where it may be short, without its date. */
export function localTime(
  clock: Clock,
  date: Date,
  { today, short }: { today?: string; short?: boolean } = {},
): string {
  const kind = short && dayAt(clock.zone, date) === today ? 'time' : 'moment'
  return formatOf(clock, kind).format(date)
}

/** The same in full, with its second and its zone. */
export const exactTime = (clock: Clock, date: Date): string => formatOf(clock, 'exact').format(date)

/** Which day it is somewhere: '2026-03-18'. */
export const dayAt = (zone: string | undefined, date: Date): string =>
  formatOf({ locale: 'en', zone }, 'day').format(date)

/** Which hour it is somewhere, from 0 to 23. */
export const hourAt = (zone: string | undefined, date: Date): number =>
  Number(formatOf({ locale: 'en', zone }, 'hour').format(date))

const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const kinds = {
  time,
  moment: { day: 'numeric', month: 'short', year: 'numeric', ...time },
  exact: { dateStyle: 'full', timeStyle: 'long' },
  day: { year: 'numeric', month: '2-digit', day: '2-digit' },
  hour: { hour: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

function formatOf({ locale, zone }: Clock, kind: keyof typeof kinds) {
  const key = `${locale} ${zone} ${kind}`
  const known = ready.get(key)
  if (known) return known
  if (ready.size >= MOST_FORMATS) ready.delete(ready.keys().next().value!)
  const says = zone === undefined && (kind === 'time' || kind === 'moment')
  const tag = kind === 'day' || kind === 'hour' ? 'en-CA' : regionalTag(locale)
  const format = made(tag, { ...kinds[kind], ...(says && { timeZoneName: 'short' }) }, zone)
  ready.set(key, format)
  return format
}

// A browser that is older than a zone's name tells the time in UTC, and says so.
function made(tag: string, options: Intl.DateTimeFormatOptions, zone = 'UTC') {
  try {
    return new Intl.DateTimeFormat(tag, { ...options, timeZone: zone })
  } catch {
    const says = options.timeStyle || !options.hour ? {} : { timeZoneName: 'short' as const }
    return new Intl.DateTimeFormat(tag, { ...options, ...says, timeZone: 'UTC' })
  }
}

// Each takes a tenth of a millisecond to make: a page of the queue has hundreds of moments, all of one or two clocks.
const MOST_FORMATS = 100
const ready = new Map<string, Intl.DateTimeFormat>()
