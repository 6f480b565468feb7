import { IntlMessageFormat } from 'intl-messageformat'
import { isolated } from './isolated'
import { regionalTag, type Locale } from './locales'

type Values = Record<string, string | number>

/**
 * Fills a message in: `say('en', words('en').comments.title, { count: 3 })` is '3 comments'. A name or a title that
 * runs the other way than the sentence is set apart in it.
 */
export function say(locale: Locale, message: string, values: Values): string {
  const set = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' ? isolated(locale, value) : value,
  ])
  return fill(locale, message, Object.fromEntries(set))
}

/** The same with values that are sentences of ours, or have been set apart already. */
export const fill = (locale: Locale, message: string, values: Values): string =>
  String(formatOf(locale, message).format(values))

/** What may stand in a message that is made of parts: also markup, and a function for what stands between two tags. */
export type Part<Node> = string | number | Node | ((inside: (string | Node)[]) => Node)

/** The same as a list of parts, for who puts markup into the places of names: `<bdi>`, a link, a time. */
export function parts<Node>(
  locale: Locale,
  message: string,
  values: Record<string, Part<Node>>,
): (string | Node)[] {
  const said = formatOf(locale, message).format<Node>(values)
  return Array.isArray(said) ? said : [said]
}

function formatOf(locale: Locale, message: string) {
  const key = `${locale} ${message}`
  const format = ready.get(key) ?? new IntlMessageFormat(message, regionalTag(locale))
  ready.set(key, format)
  return format
}

// Bounded by the number of messages in the dictionaries: only they are passed to say().
const ready = new Map<string, IntlMessageFormat>()
