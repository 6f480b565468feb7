import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'
import { screeningCodes } from '@/lib/i18n/statements/codes'
import { bareHost } from '@/lib/kernel/plain-text/bare-host'
import { showLine } from '@/lib/kernel/text/typed-text'
import { viewNames } from './views/types'

// What a view of the queue can be narrowed to. What cannot be read narrows nothing, and the page says what it shows.
const line = (most: number, as = (text: string) => text) =>
  z
    .string()
    .max(most)
    .transform((text) => as(showLine(text).trim()) || undefined)
    .optional()
    .catch(undefined)

// Of a century in which comments are written, so that it is a day in every zone.
const day = z.iso.date().regex(/^20/).optional().catch(undefined)

export const queueFilters = z.object({
  /** Words that stand in text, name, e-mail address or website. */
  q: line(200),
  /** The host of a link. */
  host: line(253, bareHost),
  email: line(254, (email) => email.toLowerCase()),
  /** The address that it came from, while that is known. */
  ip: line(45),
  chapter: z.guid().toLowerCase().optional().catch(undefined),
  /** The language of the page that it was written on. */
  locale: z.enum(locales).optional().catch(undefined),
  series: z.guid().toLowerCase().optional().catch(undefined),
  /** A rule that spoke against it, or could not tell. */
  rule: z.enum(screeningCodes).optional().catch(undefined),
  /** Sent on this day or later, by the clocks of whoever looks. */
  from: day,
  /** Sent on this day or earlier. */
  to: day,
})
export type QueueFilters = z.output<typeof queueFilters>
/** The name of a view in a row; of one that is no more, the first. */
export const keptView = z.enum(viewNames).catch('pending')

export type FilterName = keyof QueueFilters

/** Which filters an address names, in the order of the table. */
export const namedFilters = (filters: QueueFilters) =>
  (Object.entries(filters) as [FilterName, string | undefined][]).filter(
    (entry): entry is [FilterName, string] => entry[1] !== undefined,
  )
