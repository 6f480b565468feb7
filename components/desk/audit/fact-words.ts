import type { Facts } from '@/lib/audit/types'
import { deskWords } from '@/lib/i18n/desk-words'
import { amount } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'

type Value = Facts[string] | undefined

/** What an entry says of before and after, a sentence for each fact. A code that has no words is told as it is. */
export function factWords(locale: Locale, before: Facts, after: Facts): string[] {
  const { audit: words } = deskWords(locale)
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.map((name) => {
    const { label, value } = wordsFor(locale, name)
    if (!(name in before)) return say(locale, words.fact, { name: label, value: value(after[name]) })
    return say(locale, words.change, { name: label, before: value(before[name]), after: value(after[name]) })
  })
}

function wordsFor(locale: Locale, name: string) {
  const { audit: words, settings, queue, people, rules } = deskWords(locale)
  const field = own<{ label: string; choices?: Record<string, string> }>(settings.fields, name)
  const named: Record<string, Record<string, string>> = {
    status: { ...queue.states, before: words.asBefore },
    role: people.roles,
    kind: rules.kinds,
    effect: rules.effects,
    languages: { all: words.allLanguages },
  }
  const choices = field?.choices ?? own<Record<string, string>>(named, name) ?? {}
  const value = (given: Value) => {
    if (given === null || given === undefined || given === '') return words.nothing
    if (typeof given === 'boolean') return given ? words.yes : words.no
    return typeof given === 'number' ? amount(locale, given) : (own<string>(choices, given) ?? given)
  }
  return { label: field?.label ?? own<string>(words.facts, name) ?? name, value }
}

const own = <Found>(all: object, name: string): Found | undefined =>
  Object.hasOwn(all, name) ? (all as Record<string, Found>)[name] : undefined
