import type { SheetName, StatisticsWish } from '@/lib/moderation/statistics/schema'

/** The address of a table as a file, narrowed as the page is. */
export function sheetAddress({ days, locale }: StatisticsWish, of: SheetName): string {
  const asked = { of, days: String(days), ...(locale && { locale }) }
  return `/desk/statistics/export?${new URLSearchParams(asked)}`
}
