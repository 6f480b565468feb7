import type { z } from 'zod'

/** A row, or the part of one that a CHECK looks at, by the names of its columns. */
export type Row = Record<string, unknown>

/** What the code makes of something typed: the row as it is stored, or the code of what is wrong with it. */
export type Taken = { row: Row } | { problem: string }

/** A field in which people type. */
export interface Field {
  take(typed: unknown): Taken
  size?: Size
}

/** How much a field takes. */
export interface Size {
  /** What is typed, in several ways, for a value of this size: so many characters, bytes, or the number itself. */
  typed(size: number): unknown[]
  /** The smallest size that is taken, where there is one. */
  least?: number
  most: number
  /** What is said of what is larger, and smaller. */
  large: string
  small?: string
  /** Why the column has room for more than the field takes. */
  roomier?: string
}

/** From where the values come that a CHECK looks at. */
export type Twin =
  | {
      kind: 'typed'
      fields: Record<string, Field>
      /** The row with a value of this size, where the CHECK looks at that. */
      row?: (size: number) => Row
      /** What is stored there without having been typed. */
      made?: Row[]
    }
  /** One of a list that stands in the code too. */
  | { kind: 'listed'; column: string; values: readonly string[] }
  /** Nobody types it: rows as code makes them, at their edges, and such as it never makes. */
  | { kind: 'made'; rows: Row[]; never: Row[] }
  /** A file that is so long; too long to be sent to be asked about. */
  | { kind: 'bytes'; column: string; least: number; most: number }

export type Twins = Record<string, Twin>

/** A field of a schema, or the first of several with one name: what it makes of a value while all others are fine. */
export function fieldOf(
  schema: z.ZodType,
  others: Row,
  name: string,
  column = name,
  { several = false } = {},
) {
  return (typed: unknown): Taken => {
    const read = schema.safeParse({ ...others, [name]: several ? [typed] : typed })
    if (!read.success) {
      const issue = read.error.issues.find(({ path }) => path[0] === name)
      return { problem: issue?.message ?? `of another field: ${read.error.message}` }
    }
    const value = (read.data as Row)[name]
    return { row: { [column]: (several ? (value as unknown[])[0] : value) ?? null } }
  }
}

/** A text of so many characters: of one unit, of two, and such as are typed as several and kept as one. */
export const characters = (size: number) =>
  ['a', '字', '𠮷', 'ع', 'が'.normalize('NFD'), '한'.normalize('NFD')].map((letter) => letter.repeat(size))

/** A text of so many bytes. */
export const bytes = (size: number) =>
  ['a', 'é', '字', '𠮷', 'が'.normalize('NFD')].map((letter) => {
    const wide = Buffer.byteLength(letter.normalize())
    return letter.repeat(Math.floor(size / wide)) + 'a'.repeat(size % wide)
  })

/** An e-mail address of so many characters. */
export const mailboxes = (size: number) =>
  ['@example.org', '@EXAMPLE.ORG'].map((end) => 'x'.repeat(Math.max(0, size - end.length)) + end)

/** An address in the web of so many characters. */
export const addresses = (size: number) =>
  ['https://example.org/', 'HTTP://EXAMPLE.ORG/'].map((start) => start.padEnd(size, 'a').slice(0, size))

/** A row whose column has a text of so many characters. */
export const letters = (column: string) => (size: number) => ({ [column]: 'a'.repeat(size) })
