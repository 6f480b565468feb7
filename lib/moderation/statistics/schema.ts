import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'

/** Over how many days statistics may be asked for, today among them. */
export const spans = [7, 30, 90, 365] as const

/** What can be taken along as a file, each a table of the page. */
const sheetNames = ['days', 'hours', 'waits', 'waited', 'people', 'rules', 'opinions'] as const
export type SheetName = (typeof sheetNames)[number]

const asked = z.object({
  days: z.coerce
    .number()
    .pipe(z.literal([...spans]))
    .catch(30),
  locale: z.enum(locales).optional().catch(undefined),
})

export type StatisticsWish = z.infer<typeof asked>

/** What an address of the statistics asks for; what cannot be read is not asked for. */
export const readWish = (given: unknown): StatisticsWish => asked.catch({ days: 30 }).parse(given)

/** Which table an address wants as a file. */
export const readSheet = (given: unknown): SheetName | undefined =>
  z
    .object({ of: z.enum(sheetNames) })
    .transform(({ of }) => of)
    .optional()
    .catch(undefined)
    .parse(given)
