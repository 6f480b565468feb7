import { withoutEnd } from '@/lib/kernel/text/ends'
import { numberOfWord, plainWord } from './number-words'
import { readNumber } from './numerals'
import { oneNumberIn } from './one-number'

/**
 * The number that a person gave as an answer: in digits of any script, in words of the site's languages, in kanji; with
 * a full stop, quotation marks or `です` around it, in a short sentence (`the answer is 12`), and also as a whole sum (`= 12`,
 * `7 + 5 = 12`), if that is right. It says one number or none: what says two, or a sum without its result, is no answer.
 */
export function readAnswer(typed: string): number | undefined {
  if (typed.length > longest) return undefined
  // Figures in circles, above the line or as fractions are digits by their compatible form alone.
  if (/\p{No}/u.test(typed)) return undefined
  const sides = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    // `twelve (12)` says it twice, `12 (I think)` once.
    .replace(/[()]/g, '=')
    .split(equals)
    .map(withoutMarks)
    .filter((side) => side !== '')
    .map(readSide)
    // `the answer = 12`: words alone say nothing.
    .filter((side) => side.value !== 'words')
  const agree = new Set(sides.map(({ value }) => value)).size === 1
  const [answer] = sides.filter(({ isSum }) => !isSum)
  return agree && typeof answer?.value === 'number' ? answer.value : undefined
}

function readSide(side: string): { value: number | 'words' | undefined; isSum: boolean } {
  const number = numberIn(side)
  const sum = number ?? sumOf(side)
  return { value: sum ?? oneNumberIn(side), isSum: number === undefined && sum !== undefined }
}

const longest = 200

// Not the first letter of `はち`, eight.
const equals = /[=→⇒]|equals|\bis\b|イコール|は(?!ち)|يساوي|تساوي|\sهو\s/i

const marks = String.raw`[\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Quotation_Mark}\x60*]`
const faces = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0f]`
const marksBefore = new RegExp(`^(?:${marks}|${faces})+`, 'u')
// `12〜`, `12^^`, `12♪`: one after the other from the end.
const markBehind = new RegExp(String.raw`${marks}|${faces}|\p{Terminal_Punctuation}|[…〜~^♪♫♬]`, 'u')

function withoutMarks(side: string) {
  return withoutEnd(side.replace(marksBefore, ''), markBehind).replace(/(?<=.)(?:です|だ)$/u, '')
}

function numberIn(text: string): number | undefined {
  const [, sign, figure = ''] = /^([+\p{Pd}−]?)(.*)$/su.exec(text)!
  const number = readNumber(figure) ?? numberOfWord(plainWord(figure))
  return number && sign && sign !== '+' ? -number : number
}

const signs: [sign: RegExp, result: (left: number, right: number) => number][] = [
  [/\+|plus|足す|たす|プラス|زائد/gi, (left, right) => left + right],
  // Japanese keyboards give a long vowel for a hyphen.
  [
    /[\p{Pd}−]|(?<=[\p{Nd}一二三四五六七八九十]\s?)ー|minus|引く|ひく|マイナス|ناقص/giu,
    (left, right) => left - right,
  ],
  [/[×x*·⋅✕]|times|掛ける|かける|ضرب|في/gi, (left, right) => left * right],
]

/** What a sum of two numbers comes to: `7 + five`. */
function sumOf(text: string): number | undefined {
  for (const [sign, result] of signs)
    for (const { 0: found, index } of text.matchAll(sign)) {
      const left = numberIn(text.slice(0, index).trim())
      const right = numberIn(text.slice(index + found.length).trim())
      if (left !== undefined && right !== undefined) return result(left, right)
    }
  return undefined
}
