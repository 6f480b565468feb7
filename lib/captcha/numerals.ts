import type { Locale } from '@/lib/i18n/locales'

export type Sign = '+' | '−' | '×'

const spaced = (words: string) => words.split(' ')

/** The numbers from 0 to 20 in words. */
export const numberWords: Record<Locale, readonly string[]> = {
  en: spaced(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
      'seventeen eighteen nineteen twenty',
  ),
  ja: spaced('零 一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十'),
  ar: (
    'صفر،واحد،اثنان،ثلاثة،أربعة،خمسة،ستة،سبعة،ثمانية،تسعة،عشرة،أحد عشر،اثنا عشر،ثلاثة عشر،أربعة عشر،' +
    'خمسة عشر،ستة عشر،سبعة عشر،ثمانية عشر،تسعة عشر،عشرون'
  ).split('،'),
}

export const signWords: Record<Locale, Record<Sign, string>> = {
  en: { '+': 'plus', '−': 'minus', '×': 'times' },
  ja: { '+': '足す', '−': '引く', '×': '掛ける' },
  ar: { '+': 'زائد', '−': 'ناقص', '×': 'ضرب' },
}

const zeros: Record<Locale, number> = { en: 0x30, ja: 0x30, ar: 0x660 }

/** A number in the digits that readers of the language are used to. */
export const inDigits = (number: number, locale: Locale) =>
  String(number).replace(/\d/g, (digit) => String.fromCodePoint(zeros[locale] + Number(digit)))

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
