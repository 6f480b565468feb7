import { partsOfProblem, type StrayProblem } from '@/lib/kernel/text/typed-text'
import { digits } from './formats'
import { dictionaries } from './dictionaries'
import type { Locale } from './locales'
import type { Words } from './messages/en/site'
import { say } from './say'

export { say }

/** The words of the interface in a language. */
export const words = (locale: Locale): Words => dictionaries[locale].site

type ProblemCode = keyof Words['problems']
/** What is wrong with a field: a code, or one that says which character may not stand there, and where it does. */
export type Problem =
  Exclude<ProblemCode, 'characters' | 'characters-first' | 'email-character'> | StrayProblem

/** The sentence for it; nothing for a code that has none. */
export function problemSentence(locale: Locale, problem: string): string | undefined {
  const { problems, unseen } = words(locale)
  const { code, stray } = partsOfProblem(problem)
  if (!(code in problems)) return undefined
  if (!stray) return problems[code as ProblemCode]
  const { place, before, code: which } = stray
  const wanted = code === 'characters' && before === '' ? 'characters-first' : (code as ProblemCode)
  return say(locale, problems[wanted], {
    before: apart(before),
    code: apart(which),
    place: digits(locale, place),
    name: unseen[which as keyof typeof unseen] ?? '',
    character: apart(String.fromCodePoint(Number.parseInt(which.slice(2), 16))),
  })
}

// It keeps its own order, whichever way the sentence runs.
const apart = (text: string) => `\u2068${text}\u2069`
