import type { SheetName } from '@/lib/moderation/statistics/schema'
import { opinionsSheet, peopleSheet, rulesSheet, waitedSheet } from './sheets-by-who'
import { daysSheet, hoursSheet, waitsSheet } from './sheets-by-time'
import type { Sheet, Told } from './sheet'

/** The tables of the page, in their order. */
export const sheetsOf = (told: Told): Sheet[] => [
  daysSheet(told),
  hoursSheet(told),
  waitsSheet(told),
  waitedSheet(told),
  peopleSheet(told),
  rulesSheet(told),
  opinionsSheet(told),
]

export const sheetCalled = (name: SheetName, told: Told): Sheet =>
  sheetsOf(told).find((sheet) => sheet.name === name)!
