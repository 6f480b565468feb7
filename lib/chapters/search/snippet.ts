import { bareOf, foldChapterText, foldText } from './folding'
import type { SnippetPart } from '../reading/types'

// Signs that no text has (they are taken out of it before): what is between them was searched for.
export const startOf = '\ue000'
export const stop = '\ue001'

/**
 * What Postgres cut out of a text and marked, as it is written there: Postgres compares folded words. There are dots
 * where the text goes on, which it also does behind what was looked at of a very long one.
 */
export function piecesIn(
  cut: string,
  text: string,
  { isArabic = false, goesOn = false } = {},
): SnippetPart[] {
  const folded = foldText(text.replaceAll(startOf, '').replaceAll(stop, ''))
  const { letters, whole, firsts, lasts } = isArabic ? bareOf(folded) : folded
  const pieces: SnippetPart[] = []
  let from = 0
  for (const fragment of cut.split(gap)) {
    const plain = fragment.replaceAll(startOf, '').replaceAll(stop, '')
    const at = whole.replaceAll('<', ' ').indexOf(plain, from)
    // Another release of Unicode may fold a letter otherwise: better a beginning than nothing.
    if (at < 0 || plain === '') return snippetOf(text, [])
    if (letters.slice(from && lasts[from - 1]! + 1, firsts[at]).some((letter) => letter.trim()))
      add(pieces, from > 0 ? gap : '… ', false)
    from = at
    fragment.split(startOf).forEach((part, place) => {
      const [first = '', ...rest] = place > 0 ? part.split(stop) : ['', part]
      for (const [piece, marked] of [
        [first, place > 0],
        [rest.join(''), false],
      ] as const) {
        if (!piece) continue
        add(pieces, letters.slice(firsts[from], lasts[(from += piece.length) - 1]! + 1).join(''), marked)
      }
    })
  }
  if (goesOn || letters.slice(lasts[from - 1]! + 1).some((letter) => letter.trim())) add(pieces, ' …', false)
  return pieces
}

/** Stands between two pieces of a text. */
export const gap = ' … '

const around = { before: 30, length: 120 }

/** The text around the first of these words, with all of them marked, compared as they are found. */
export function snippetOf(text: string, words: readonly string[]): SnippetPart[] {
  const { letters, whole, firsts: places } = foldText(text.replace(/\s+/g, ' '))
  const wanted = words.map(foldChapterText).filter(Boolean)

  const firsts = wanted.map((word) => whole.indexOf(word)).filter((at) => at >= 0)
  const first = firsts.length > 0 ? places[Math.min(...firsts)]! : 0
  const from = wordsEnd(letters, Math.max(0, first - around.before), -1)
  const to = wordsEnd(letters, Math.min(letters.length, from + around.length), 1)
  const marked = new Set<number>()
  const end = places.lastIndexOf(to - 1) + 1
  for (const word of wanted) {
    let at = whole.indexOf(word, places.indexOf(from))
    for (; at >= 0 && at < end; at = whole.indexOf(word, at + word.length))
      places.slice(at, at + word.length).forEach((place) => marked.add(place))
  }

  const pieces: SnippetPart[] = from > 0 ? [{ text: '…', marked: false }] : []
  for (let place = from; place < to; place++) add(pieces, letters[place]!, marked.has(place))
  if (to < letters.length) add(pieces, '…', false)
  return pieces
}

// Words that are written with spaces are not cut in two.
function wordsEnd(letters: readonly string[], place: number, step: 1 | -1) {
  const isWithin = (at: number) => inOneWord.test(letters[at - 1] ?? '') && inOneWord.test(letters[at] ?? '')
  for (let further = 0; further < longestWord; further++)
    if (!isWithin(place + step * further)) return place + step * further
  return place
}
const inOneWord = /[\p{L}\p{N}](?<![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u
const longestWord = 60

function add(pieces: SnippetPart[], text: string, marked: boolean) {
  const last = pieces.at(-1)
  if (last?.marked === marked) last.text += text
  else pieces.push({ text, marked })
}
