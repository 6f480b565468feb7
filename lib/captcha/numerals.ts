/**
 * The number that a person wrote in the decimal digits of any script: 8, ８, ٨, ८. Spaces and invisible marks
 * (keyboards add them around right-to-left text) are passed over; anything else makes it undefined.
 */
export function readNumber(text: string): number | undefined {
  const digits = [...text.slice(0, 200).replace(/[\s\p{Cf}]/gu, '')]
  if (digits.length === 0 || digits.length > 6 || !digits.every(isDigit)) return undefined
  return digits.reduce((number, digit) => number * 10 + digitValue(digit), 0)
}

const isDigit = (character: string) => /^\p{Nd}$/u.test(character)

// Unicode keeps decimal digits in runs of ten that begin with zero (some runs stand next to each other).
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!
  let before = 0
  while (isDigit(String.fromCodePoint(code - before - 1))) before++
  return before % 10
}
