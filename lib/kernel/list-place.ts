import { z } from 'zod'

/** A place in a list that is read by keyset: when the last row of the page before was made or saved, and which it was. */
export interface ListPlace {
  at: Date
  id: string
}

const place = z.tuple([z.iso.datetime(), z.guid()])

/** As a part of an address. */
export const writePlace = ({ at, id }: ListPlace): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url')

/** The place that an address names. What is none, or not said, is the first page. */
export const listPlace = z.string().max(200).transform(readPlace).optional().catch(undefined)

function readPlace(text: string): ListPlace | undefined {
  try {
    const [at, id] = place.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { at: new Date(at), id }
  } catch {
    return undefined
  }
}
