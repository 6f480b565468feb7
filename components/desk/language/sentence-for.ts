import { isolated } from '@/lib/i18n/isolated'
import type { Locale } from '@/lib/i18n/locales'
import type { deskWords } from '@/lib/i18n/desk-words'
import { fill } from '@/lib/i18n/say'
import { partsOfProblem, type Stray } from '@/lib/kernel/text/typed-text'

type Problems = ReturnType<typeof deskWords>['problems']

/** The sentence for a refusal or a problem's code; where a character may not stand, which it is and where. */
export function sentenceFor(locale: Locale, problems: Problems, problem: string): string {
  const { code: whole, stray } = partsOfProblem(problem)
  const code = stray ? whole.replace(/^note-/, () => '') : whole
  const message = Object.hasOwn(problems, code) ? problems[code as keyof Problems] : problems.unavailable
  if (stray) return fill(locale, message, valuesOf(locale, stray))
  return message.includes('{') ? problems.unavailable : message
}

// Set apart is what somebody has typed; by the others a form of the message is chosen.
const valuesOf = (locale: Locale, { code, place, before }: Stray) => ({
  code: isolated(locale, code),
  place,
  before: isolated(locale, before),
  hasBefore: before ? 'yes' : 'no',
  sign: isolated(locale, String.fromCodePoint(Number.parseInt(code.slice(2), 16))),
  way: code === 'U+202D' ? 'ltr' : 'rtl',
})
