import { createHash } from 'node:crypto'

/** A piece of a page as fast-xml-parser gives it in order: a tag with what is in it, or text. */
export interface Piece {
  [tag: string]: Piece[] | string | Record<string, string> | undefined
  ':@'?: Record<string, string>
}

interface Tag {
  tag: string
  id?: string
  kind?: string
}

const nameOf = (piece: Piece) => Object.keys(piece).find((key) => key !== ':@')!
const inside = (piece: Piece) => {
  const content = piece[nameOf(piece)]
  return Array.isArray(content) ? content : []
}
const about = (piece: Piece): Tag => ({
  tag: nameOf(piece),
  id: piece[':@']?.['@_id'],
  kind: piece[':@']?.['@_class'],
})
export const isTag = (piece: Piece, tag: string) => nameOf(piece) === tag

/** The outermost tags of a kind, in their order. */
export function tagsIn(pieces: Piece[], wanted: (tag: Tag) => boolean): Piece[] {
  return pieces.flatMap((piece) => inside(piece)).flatMap((piece) => outermost(piece, wanted))
}
const outermost = (piece: Piece, wanted: (tag: Tag) => boolean): Piece[] =>
  wanted(about(piece)) ? [piece] : inside(piece).flatMap((one) => outermost(one, wanted))

/** Its words in one line. */
export const textOf = (piece: Piece) => linesOf(piece).join(' ')

/** Its words, a line for each block; what nobody sees and `leftOut` do not count. */
export const linesOf = (piece: Piece, leftOut: (tag: Tag) => boolean = () => false): string[] =>
  wholeText(piece, leftOut)
    .split('\n')
    .flatMap((line) => (line.trim() ? [inShort(line.replace(/^ | $/g, ''))] : []))

/** Its words, with a line's end around each block. */
export function wholeText(piece: Piece, leftOut: (tag: Tag) => boolean = () => false): string {
  let text = ''
  const walk = (one: Piece) => {
    const { tag } = about(one)
    if (tag === '#text')
      text += String(one['#text'])
        .replace(/[ \t\r\n]+/g, ' ')
        .replace(isolates, '')
    if (unseen.has(tag) || leftOut(about(one))) return
    const apart = blocks.has(tag) ? '\n' : ''
    text += apart
    inside(one).forEach(walk)
    text += apart
  }
  walk(piece)
  return text
}

/** A long line as its beginning, its length and a hash: what is compared stays short, and no change of it unseen. */
function inShort(line: string): string {
  if (line.length <= 120) return line
  const hash = createHash('sha256').update(line).digest('hex').slice(0, 12)
  return `${line.slice(0, 80)}… (${line.length}, ${hash})`
}

/** Where it leads, in order. */
export const linksOf = (piece: Piece, leftOut: (tag: Tag) => boolean = () => false): string[] =>
  leftOut(about(piece))
    ? []
    : [
        ...(isTag(piece, 'a') ? [piece[':@']?.['@_href'] ?? ''] : []),
        ...inside(piece).flatMap((one) => linksOf(one, leftOut)),
      ]

// Whether a name stands apart by a mark or by a tag, nobody sees.
export const isolates = /[\u2066-\u2069]/g
const unseen = new Set(['script', 'style', 'noscript', 'svg', 'form', 'template'])
const blocks = new Set([
  ...['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'section', 'article', 'header', 'footer', 'nav'],
  ...[
    'figure',
    'figcaption',
    'blockquote',
    'table',
    'caption',
    'tr',
    'td',
    'th',
    'br',
    'hr',
    'dt',
    'dd',
    'dl',
  ],
  ...['main', 'details', 'summary', 'aside'],
])
