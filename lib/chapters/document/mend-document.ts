import { streamSafe } from '@/lib/kernel/text/normal-form'
import { mendText, overrides, strayIn, type Stray } from '@/lib/kernel/text/typed-text'
import { webAddress } from './web-address'

interface Json {
  type?: unknown
  text?: unknown
  attrs?: unknown
  marks?: unknown
  content?: unknown
}

/**
 * A document without what other programs leave in what is pasted, as far as that is only text: controls, halves of
 * characters, embeddings, lines broken in other ways. Addresses become what browsers make of them. What is no document
 * is left for the schema to refuse. Nothing in it may be nested deeper than the stack.
 */
export const mendDocument = (doc: unknown): unknown => (isObject(doc) ? mendNode(doc) : doc)

function mendNode(node: Json): Json {
  const { attrs, marks, content } = node
  return {
    ...node,
    ...(isObject(attrs) && { attrs: mendAttributes(attrs) }),
    ...(Array.isArray(marks) && { marks: marks.map(mendDocument) }),
    ...(Array.isArray(content) && { content: content.flatMap((child) => mendChild(child, node.type)) }),
  }
}

function mendChild(child: unknown, within: unknown): unknown[] {
  const mended = mendDocument(child)
  if (!isObject(mended) || mended.type !== 'text' || typeof mended.text !== 'string' || mended.text === '')
    return [mended]
  const { marks, text } = mended
  const lines = within === 'codeBlock' ? [text] : text.split(foreignBreaks)
  return lines
    .map(mendProse)
    .flatMap((line, place) => [
      ...(place > 0 ? [{ type: 'hardBreak', ...(marks !== undefined && { marks }) }] : []),
      ...(line === '' ? [] : [{ ...mended, text: line }]),
    ])
}

// A line feed by itself is what HTML has between words.
const foreignBreaks = /[\v\f\u0085\u2028\u2029]/

const mendProse = (text: string) => streamSafe(isolated(mendText(text)))

/** Embeddings as isolates, which turn nothing beside them and end with their paragraph (UAX #9, 2.5). */
function isolated(text: string) {
  let open = 0
  return text.replace(/[\u202a-\u202c]/g, (sign) => {
    if (sign !== '\u202c') open += 1
    else if (open === 0) return ''
    else open -= 1
    return isolateFor[sign]!
  })
}
const isolateFor: Record<string, string> = { '\u202a': '\u2066', '\u202b': '\u2067', '\u202c': '\u2069' }

const mendAttributes = (attrs: object) =>
  Object.fromEntries(
    Object.entries(attrs).map(([name, value]: [string, unknown]) => {
      if (addresses.has(name)) return [name, webAddress(value) ?? value]
      return [name, lines.has(name) && typeof value === 'string' ? mendLine(value) : value]
    }),
  )
const addresses = new Set(['href', 'cite'])
const lines = new Set(['source', 'caption', 'alt', 'reading', 'text'])
const mendLine = (text: string) => mendProse(text.replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' '))

/** The first character anywhere in a document that forces an order upon what follows. */
export function overrideIn(part: unknown): Stray | undefined {
  if (typeof part === 'string') return strayIn(part, overrides)
  if (typeof part !== 'object' || part === null) return undefined
  for (const inner of Object.values(part)) {
    const stray = overrideIn(inner)
    if (stray) return stray
  }
  return undefined
}

const isObject = (value: unknown): value is object & Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
