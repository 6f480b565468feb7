import { filled, type Encoding, type Fields } from './fillings'

export interface Call {
  path: string
  method?: string
  body?: string
  headers?: Record<string, string>
}

/** One address that takes something, with each of its fields: a row of the table. */
export interface Door {
  name: string
  /** The fields, by name: the request that carries one filled with this. */
  fields: Record<string, (unit: string) => Call | Promise<Call>>
  /** Instead of the fillings: requests of its own. */
  own?: true
}

/** What anybody may send to the desk; whoever is signed in; and to the page where a chapter is written. */
export const deskLimits = { stranger: 64 * 1024, staff: 256 * 1024, editor: 2048 * 1024 }

export interface DoorForm {
  encoding: Encoding
  fields: Fields
  limit: number
  /** How many characters the field has, where that is less than fits into the body. */
  characters?: number
  /** The fields that are filled; all of them where nothing is said. */
  only?: readonly string[]
  headers?: Record<string, string>
  /** Fields that are other ones for each request. */
  fresh?: () => Promise<Fields>
}

/** A door whose fields are those of a form. */
export function formDoor(name: string, path: string, form: DoorForm): Door {
  const { encoding, fields, limit, characters, only = Object.keys(fields), headers, fresh } = form
  const call = (field: string) => async (unit: string) => ({
    path,
    method: 'POST',
    body: filled(encoding, { ...fields, ...(await fresh?.()) }, { field, unit, limit, characters }),
    headers: { 'content-type': encoding.type, ...headers },
  })
  return { name, fields: Object.fromEntries(only.map((field) => [field, call(field)])) }
}
