import type { Piece } from './published'

// Signs that no text has (they are taken out of it before): what is between them was searched for.
export const startOf = '\ue000'
export const stop = '\ue001'

/** The pieces of a text that Postgres has marked. */
export const piecesIn = (text: string): Piece[] =>
  text
    .split(startOf)
    .flatMap((part, place) => {
      if (place === 0) return [{ text: part, marked: false }]
      const [marked = '', ...rest] = part.split(stop)
      return [
        { text: marked, marked: true },
        { text: rest.join(''), marked: false },
      ]
    })
    .filter((piece) => piece.text !== '')

/** What Postgres cut out of a text, with dots where the text goes on; of the text, its two ends are enough. */
export function withDots(text: string, ends: { head: string; tail: string }): string {
  const plain = (part: string) =>
    part.replaceAll(startOf, '').replaceAll(stop, '').replace(/\s+/g, ' ').trim()
  const fragments = text.split(gap)
  const [first, last] = [plain(fragments[0]!), plain(fragments.at(-1)!)]
  const opens = first === '' || plain(ends.head).startsWith(first.slice(0, compared))
  const closes = last === '' || plain(ends.tail).endsWith(last.slice(-compared))
  return `${opens ? '' : '… '}${text.trim()}${closes ? '' : ' …'}`
}

/** Stands between two pieces of a text. */
export const gap = ' … '
const compared = 100

const around = { before: 30, length: 120 }

/** The text around the first of these words, with all of them marked, compared without width and case. */
export function snippetOf(text: string, words: readonly string[]): Piece[] {
  const letters = [...text.replace(/\s+/g, ' ')]
  // A letter may fold into several: places in the folded text lead back to letters.
  const { whole, places } = foldEach(letters)
  const wanted = words.map(fold).filter(Boolean)

  const firsts = wanted.map((word) => whole.indexOf(word)).filter((at) => at >= 0)
  const first = firsts.length > 0 ? places[Math.min(...firsts)]! : 0
  const from = Math.max(0, first - around.before)
  const to = Math.min(letters.length, from + around.length)
  const marked = new Set<number>()
  const end = places.lastIndexOf(to - 1) + 1
  for (const word of wanted) {
    let at = whole.indexOf(word, places.indexOf(from))
    for (; at >= 0 && at < end; at = whole.indexOf(word, at + word.length))
      places.slice(at, at + word.length).forEach((place) => marked.add(place))
  }

  const pieces: Piece[] = from > 0 ? [{ text: '…', marked: false }] : []
  for (let place = from; place < to; place++) add(pieces, letters[place]!, marked.has(place))
  if (to < letters.length) add(pieces, '…', false)
  return pieces
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

// A text has many letters but few different ones, and folding is dear.
function foldEach(letters: readonly string[]) {
  const known = new Map<string, string>()
  const places: number[] = []
  let whole = ''
  letters.forEach((letter, place) => {
    const folded = known.get(letter) ?? fold(letter)
    known.set(letter, folded)
    whole += folded
    for (let unit = 0; unit < folded.length; unit++) places.push(place)
  })
  return { whole, places }
}

function add(pieces: Piece[], text: string, marked: boolean) {
  const last = pieces.at(-1)
  if (last?.marked === marked) last.text += text
  else pieces.push({ text, marked })
}
