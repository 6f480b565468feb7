import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'
import { showLine } from '@/lib/kernel/text/typed-text'
import { editionStates } from '../rules'

/** How many chapters a page of the desk's list has. */
export const deskListLength = 50

// A place in the list: when the last chapter of the page before was saved, and by which edition.
const place = z.tuple([z.iso.datetime(), z.guid()])

const deskList = z.object({
  q: z
    .string()
    .max(200)
    .transform((text) => showLine(text).trim())
    .optional()
    .catch(undefined),
  locale: z.enum(locales).optional().catch(undefined),
  state: z.enum(editionStates).optional().catch(undefined),
  after: z.string().max(200).transform(readPlace).optional().catch(undefined),
})

/** Which chapters the desk is asked for. */
export type DeskListWish = z.output<typeof deskList>

/** Reads what an address asks for; what cannot be read is not asked for. */
export const readDeskList = (given: unknown): DeskListWish => deskList.catch({}).parse(given)

export const writePlace = ({ savedAt, editionId }: { savedAt: Date; editionId: string }) =>
  Buffer.from(JSON.stringify([savedAt.toISOString(), editionId])).toString('base64url')

function readPlace(text: string) {
  try {
    const [savedAt, editionId] = place.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { savedAt: new Date(savedAt), editionId }
  } catch {
    return undefined // the first page, then
  }
}
