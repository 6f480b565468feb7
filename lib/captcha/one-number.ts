import { numberOfWord, plainWord } from './number-words'
import { readNumber } from './numerals'

/**
 * The one number in a short sentence: `答えは12`, `the answer is twelve`, `الجواب ١٢`. Whatever words stand around it; but
 * nothing that makes it another number or a sum, and no second number. `words` where it says no number at all.
 */
export function oneNumberIn(sentence: string): number | 'words' | undefined {
  const text = sentence.replace(innerHyphen, '')
  if (text.length > longest || notOfSentences.test(text)) return undefined
  const parts = text.split(/[^\p{L}\p{M}\p{N}〇○◯]+/u).filter((part) => part !== '')
  if (parts.some((part) => signWords.has(part.toLowerCase()))) return undefined
  const numbers = numbersIn(parts)
  if (numbers.length === 0) return 'words'
  return numbers.length === 1 ? numbers[0] : undefined
}

// A line of a phone.
const longest = 60

const innerHyphen = /(?<=\p{Script=Latin})\p{Pd}(?=\p{Script=Latin})/gu

// Signs of sums, fractions, shares and currencies; a point that begins a fraction; larger numerals than our sums have;
// digits that are part of a Latin word (`0x5`, `5e0`).
const notOfSentences =
  /(?![〇○◯])[\p{S}\p{Pd}%‰*/#&@\\·]|[.,٫٬]\p{Nd}|[百千万億]|足す|たす|プラス|引く|ひく|マイナス|掛ける|かける|\p{Script=Latin}\p{Nd}|\p{Nd}\p{Script=Latin}/u

const signWords = new Set(['plus', 'minus', 'times', 'x', 'زائد', 'ناقص', 'ضرب', 'في'])

/** All that the words of a sentence say in numbers; one of several words counts once. */
function numbersIn(parts: string[]): (number | undefined)[] {
  const found: (number | undefined)[] = []
  for (let from = 0; from < parts.length;) {
    const [value, words] = nameAt(parts, from)
    if (words > 0) found.push(value)
    else found.push(...figuresIn(parts[from]!))
    from += Math.max(1, words)
  }
  return found
}

// `خمسة و عشرون` has three.
const mostWords = 3

function nameAt(parts: string[], from: number): [value: number | undefined, words: number] {
  for (let words = Math.min(mostWords, parts.length - from); words > 0; words--) {
    const value = numberOfWord(plainWord(parts.slice(from, from + words).join(' ')))
    if (value !== undefined) return [value, words]
  }
  return [undefined, 0]
}

// Japanese puts no blanks between words, so figures may stand within one.
const figures = /\p{Nd}+|[〇零○◯一二三四五六七八九十壱弐参拾]+/gu

const figuresIn = (word: string) =>
  (word.match(figures) ?? []).map((figure) => readNumber(figure) ?? numberOfWord(plainWord(figure)))
