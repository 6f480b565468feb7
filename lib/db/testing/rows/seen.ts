import { Prisma } from '../../generated/client'
import type { Place } from './call-sites'

// What rows held is kept as types, in TypeScript's own words: the compiler then says whether a declared type allows it.

/** Each form that the values of a column had, with what was in it: `string` → `"en"`, `"ja"`. */
type Forms = Record<string, string[]>
export interface SeenRows {
  /** Innermost first. */
  places: Place[]
  rows: number
  columns: Record<string, { rows: number; forms: Forms }>
}

/** Of one result this many rows are looked at, of one column this many forms are kept, and examples of each. */
const most = { rows: 500, forms: 30, examples: 30, letters: 60, elements: 100, text: 4_000, depth: 8 }

export class Seen {
  private readonly all = new Map<string, SeenRows>()

  add(places: Place[], rows: readonly unknown[]) {
    const key = places.join()
    const seen = this.all.get(key) ?? { places, rows: 0, columns: {} }
    this.all.set(key, seen)
    for (const row of rows.slice(0, most.rows)) addRow(seen, row)
  }

  list = () => [...this.all.values()]
}

function addRow(seen: SeenRows, row: unknown) {
  if (typeof row !== 'object' || row === null) return
  seen.rows += 1
  for (const [name, value] of Object.entries(row)) {
    const column = (seen.columns[name] ??= { rows: 0, forms: {} })
    column.rows += 1
    addValue(column.forms, value)
  }
}

function addValue(forms: Forms, value: unknown) {
  const form = typeText(value, () => 'string')
  if (form.length > most.text) return
  if (!forms[form] && Object.keys(forms).length >= most.forms) return
  const examples = (forms[form] ??= [])
  if (examples.length >= most.examples) return
  const example = typeText(value, literal)
  if (!examples.includes(example)) examples.push(example)
}

export function merged(all: readonly SeenRows[]): SeenRows[] {
  const result = new Map<string, SeenRows>()
  for (const seen of all) {
    const before = result.get(seen.places.join())
    if (before) mergeInto(before, seen)
    else result.set(seen.places.join(), seen)
  }
  return [...result.values()]
}

function mergeInto(before: SeenRows, { rows, columns }: SeenRows) {
  before.rows += rows
  for (const [name, column] of Object.entries(columns)) {
    const both = (before.columns[name] ??= { rows: 0, forms: {} })
    both.rows += column.rows
    for (const [form, examples] of Object.entries(column.forms))
      both.forms[form] = [...new Set([...(both.forms[form] ?? []), ...examples])]
  }
}

const literal = (text: string) => (text.length > most.letters ? 'string' : JSON.stringify(text))

/** The narrowest type of a value; `ofString` says how narrow that is for text. */
function typeText(value: unknown, ofString: (text: string) => string = literal, depth = 0): string {
  if (typeof value === 'string') return ofString(value)
  if (typeof value === 'boolean' || value === null) return String(value)
  if (typeof value !== 'object') return typeof value
  if (depth > most.depth) return 'any'
  const inner = (part: unknown) => typeText(part, ofString, depth + 1)
  if (Array.isArray(value)) return arrayText(value, inner)
  return classOf(value) ?? objectText(value, inner)
}

const arrayText = (value: unknown[], inner: (part: unknown) => string) =>
  value.length === 0
    ? 'never[]'
    : `(${[...new Set(value.slice(0, most.elements).map(inner))].sort().join(' | ')})[]`

const objectText = (value: object, inner: (part: unknown) => string) =>
  `{ ${Object.entries(value)
    .map(([name, part]) => `${JSON.stringify(name)}: ${inner(part)}`)
    .join('; ')} }`

function classOf(value: object): string | undefined {
  if (value instanceof Date) return 'Date'
  if (Buffer.isBuffer(value)) return 'Buffer'
  if (value instanceof Uint8Array) return 'Uint8Array'
  if (Prisma.Decimal.isDecimal(value)) return 'Prisma.Decimal'
  return undefined
}
