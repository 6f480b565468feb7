import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'
import { listPlace } from '@/lib/kernel/list-place'
import { showLine } from '@/lib/kernel/text/typed-text'
import { editionStates } from '../rules'

/** How many chapters a page of the desk's list has. */
export const deskListLength = 50

const deskList = z.object({
  q: z
    .string()
    .max(200)
    .transform((text) => showLine(text).trim())
    .optional()
    .catch(undefined),
  locale: z.enum(locales).optional().catch(undefined),
  state: z.enum(editionStates).optional().catch(undefined),
  after: listPlace,
})

/** Which chapters the desk is asked for. */
export type DeskListWish = z.output<typeof deskList>

/** Reads what an address asks for; what cannot be read is not asked for. */
export const readDeskList = (given: unknown): DeskListWish => deskList.catch({}).parse(given)

/** A pattern of LIKE for these words anywhere in a text. */
export const likeWords = (words: string) => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
