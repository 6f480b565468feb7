import { locales } from '@/lib/i18n/locales'
import { sumWords } from '@/lib/i18n/sum-words'

/** Solves a calculation as a person would, from what is written: words and digits, in any of our languages. */
export function solve(question: string): number {
  const sign = /[+−×]/.exec(question)?.[0]
  if (!sign) throw new Error(`no sign in ${question}`)
  const [left, right] = question.split(sign).map((part) => numberIn(part.trim()))
  return sign === '+' ? left! + right! : sign === '−' ? left! - right! : left! * right!
}

function numberIn(text: string): number {
  for (const locale of locales) {
    const place = sumWords(locale).numbers.indexOf(text)
    if (place >= 0) return place
  }
  const digits = [...text].map((digit) => '0123456789'.indexOf(digit) + 1 || '٠١٢٣٤٥٦٧٨٩'.indexOf(digit) + 1)
  if (digits.length === 0 || digits.includes(0)) throw new Error(`${text} is no number that we write`)
  return Number(digits.map((digit) => digit - 1).join(''))
}
