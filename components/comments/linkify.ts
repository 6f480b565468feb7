export type Piece = string | { href: string; text: string }

/** Cuts plain text into words and web addresses. Only http and https, and no `name:password@`, become links. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = []
  let rest = 0
  for (const found of text.matchAll(address)) {
    if (found[0].length > longest) continue
    const shown = withoutTrailingMarks(found[0])
    const href = linkTo(shown)
    if (!href) continue
    if (found.index > rest) pieces.push(text.slice(rest, found.index))
    pieces.push({ href, text: shown })
    rest = found.index + shown.length
  }
  if (rest < text.length) pieces.push(text.slice(rest))
  return pieces
}

/** The address in its plain form, if a link may lead there. */
export function linkTo(address: string | null | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const plain = ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password
  return plain ? url.href : undefined
}

// Nobody reads a longer one, and only browsers' address bars take it.
const longest = 2_000

// Ends at a space, a quotation mark, a bracket of a kind that addresses do not have, or an invisible mark that
// could show the address in another order.
const address = /https?:\/\/[^\s<>"“”«»「」『』【】、。，（）\p{Cc}\p{Cf}]+/giu

// 'See https://example.org/a_(b).' ends with a full stop that is not part of the address; its bracket is.
function withoutTrailingMarks(found: string): string {
  const count = (mark: string) => found.split(mark).length
  let spare = count(')') - count('(')
  let end = found.length
  for (; end > 0; end--) {
    const last = found[end - 1]!
    if (last === ')' && spare > 0) spare--
    else if (!trailing.has(last)) break
  }
  return found.slice(0, end)
}

const trailing = new Set(".,;:!?'’*_~؟،؛…")
