import { IntlMessageFormat } from 'intl-messageformat'
import { inOwnStyle } from './formats'
import type { Locale } from './locales'
import { ar } from './messages/ar'
import { en, type Words } from './messages/en'
import { ja } from './messages/ja'

const dictionaries: Record<Locale, Words> = { en, ja, ar }

/** The words of the interface in a language. */
export const words = (locale: Locale): Words => dictionaries[locale]

export type ProblemCode = keyof Words['problems']

/** Fills a message in: `say('en', words('en').comments.title, { count: 3 })` is '3 comments'. */
export function say(locale: Locale, message: string, values: Record<string, string | number>): string {
  const key = `${locale} ${message}`
  const format = ready.get(key) ?? new IntlMessageFormat(message, inOwnStyle[locale])
  ready.set(key, format)
  return String(format.format(values))
}

// Bounded by the number of messages in the dictionaries: only they are passed to say().
const ready = new Map<string, IntlMessageFormat>()
