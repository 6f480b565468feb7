import { IntlMessageFormat } from 'intl-messageformat'
import { partsOfProblem, type StrayProblem } from '@/lib/kernel/text/typed-text'
import { digits, inOwnStyle } from './formats'
import { isolated } from './isolated'
import type { Locale } from './locales'
import { ar } from './messages/ar/site'
import { en, type Words } from './messages/en/site'
import { ja } from './messages/ja/site'

const dictionaries: Record<Locale, Words> = { en, ja, ar }

/** The words of the interface in a language. */
export const words = (locale: Locale): Words => dictionaries[locale]

export type ProblemCode = keyof Words['problems']
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

/**
 * Fills a message in: `say('en', words('en').comments.title, { count: 3 })` is '3 comments'. A name or a title that
 * runs the other way than the sentence is set apart in it.
 */
export function say(locale: Locale, message: string, values: Record<string, string | number>): string {
  const key = `${locale} ${message}`
  const format = ready.get(key) ?? new IntlMessageFormat(message, inOwnStyle[locale])
  ready.set(key, format)
  const set = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' ? isolated(locale, value) : value,
  ])
  return String(format.format(Object.fromEntries(set)))
}

// Bounded by the number of messages in the dictionaries: only they are passed to say().
const ready = new Map<string, IntlMessageFormat>()
