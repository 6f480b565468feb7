import { normalized } from './normal-form'
import { mendName } from './typed-text'

/** A number as it was typed, in the digits of whatever script, in ASCII: ٣ and ３ are 3. */
export const asciiDigits = (typed: string) =>
  normalized(mendName(typed), 'NFKC').replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)))

const isDigit = (character: string) => /^\p{Nd}$/u.test(character)

// Unicode keeps decimal digits in runs of ten that begin with zero (some runs stand next to each other).
function valueOf(digit: string): number {
  const code = digit.codePointAt(0)!
  let before = 0
  while (isDigit(String.fromCodePoint(code - before - 1))) before++
  return before % 10
}
