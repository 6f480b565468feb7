import { amount, howLong, share } from '@/lib/i18n/formats'
import { regionalTag, type Locale } from '@/lib/i18n/locales'
import type { Cell, Column } from './sheet'

/** A value as the page tells it. */
export function toldAs(locale: Locale, kind: Column['kind'], cell: Cell): string {
  if (cell === null || cell === undefined) return '–'
  if (typeof cell === 'string') return kind === 'day' ? dayName(locale, cell) : cell
  switch (kind) {
    case 'share':
      return share(locale, cell)
    case 'seconds':
      return howLong(locale, cell)
    case 'hour':
      return hourName(locale, cell)
    default:
      return amount(locale, cell)
  }
}

const dayName = (locale: Locale, day: string) =>
  new Intl.DateTimeFormat(regionalTag(locale), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(day),
  )

const hourName = (locale: Locale, hour: number) =>
  new Intl.DateTimeFormat(regionalTag(locale), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(2026, 0, 1, hour)))
