import { isolated } from '../isolated'
import type { Locale } from '../locales'
import { record as ar } from '../messages/ar/record'
import { record as en } from '../messages/en/record'
import { record as ja } from '../messages/ja/record'
import { fill } from '../say'
import { statementKinds, type StatementKind } from './codes'
import type { RecordWords } from './record-words'
import type { Parameters, Statement } from './statement'

const dictionaries: Record<Locale, RecordWords> = { en, ja, ar }

/** The words for what rows say of comments. */
export const recordWords = (locale: Locale): RecordWords => dictionaries[locale]

/**
 * A statement in words. A code that is not known here, as from a newer version, is shown as it is; and a parameter that
 * is missing is left out: nobody is kept from a comment by what was once said of it.
 */
export function statementWords(locale: Locale, kind: StatementKind, { code, parameters }: Statement): string {
  const message = wordIn(recordWords(locale).statements[kind], code)
  if (message === undefined) return code
  const names: readonly string[] = wordIn<readonly string[]>(statementKinds[kind], code) ?? []
  const values = Object.fromEntries(names.map((name) => [name, shown(locale, name, parameters[name] ?? '')]))
  return fill(
    locale,
    message,
    code === 'learned' ? { ...values, ...featureLists(locale, parameters) } : values,
  )
}

/** What a rule is called. */
export const ruleName = (locale: Locale, rule: string): string =>
  wordIn(recordWords(locale).rules, rule) ?? rule

export const checkerName = (locale: Locale, checker: string): string =>
  wordIn(recordWords(locale).checkers, checker) ?? checker

/** Why somebody of the staff has changed a comment, in words. */
export const editReason = (locale: Locale, why: string): string =>
  wordIn(recordWords(locale).editReasons, why) ?? why

/** What somebody else wrote, as it may stand in a sentence: it changes the order of nothing around it. */
export const apart = (locale: Locale, text: string): string => isolated(locale, text.replaceAll(orders, ''))

// Embeddings, overrides and isolates: one that is not closed, or closes another, would turn the rest of the sentence.
const orders = /[\u202a-\u202e\u2066-\u2069]/g

function shown(locale: Locale, name: string, value: string | number): string | number {
  const { checkers, fields } = recordWords(locale)
  if (typeof value === 'number') return value
  if (name === 'checker') return wordIn(checkers, value) ?? apart(locale, value)
  if (name === 'field') return wordIn(fields, value) ?? apart(locale, value)
  return apart(locale, value)
}

function featureLists(locale: Locale, { for: spam = '', against = '' }: Parameters) {
  const list = (features: string | number) =>
    String(features)
      .split('\n')
      .filter(Boolean)
      .map((feature) => featureWords(locale, feature))
      .join(recordWords(locale).separator)
  return {
    for: list(spam),
    hasFor: spam === '' ? 'no' : 'yes',
    against: list(against),
    hasAgainst: against === '' ? 'no' : 'yes',
  }
}

// The letter before the colon says what a feature is (lib/spam/learning/features.ts).
function featureWords(locale: Locale, feature: string): string {
  const { features, shapes } = recordWords(locale)
  const [kind, rest] = [feature.slice(0, 2), feature.slice(2)]
  const word = apart(locale, rest)
  switch (kind) {
    case 'w:':
    case 'b:':
      return fill(locale, features.word, { word })
    case 'n:':
      return fill(locale, features.name, {
        word: apart(
          locale,
          rest.replace(/^[wb]:/, () => ''),
        ),
      })
    case 'h:':
      return fill(locale, features.host, { host: word })
    case 'e:':
      return fill(locale, features.domain, { domain: word })
    case 'a:':
      return fill(locale, features.network, { network: word })
    case 's:': {
      const [shape = '', count] = rest.split(':')
      const message = wordIn(shapes, shape)
      return message === undefined ? word : fill(locale, message, { count: Number(count ?? 0) })
    }
    default:
      return apart(locale, feature)
  }
}

/**
 * A word by a code of a row, which may be one that this version does not know. Only what a dictionary itself has: a row may
 * hold any word, 'constructor' too.
 */
export const wordIn = <Word>(words: Readonly<Record<string, Word>>, code: string): Word | undefined =>
  Object.hasOwn(words, code) ? words[code] : undefined
