import { deskWords } from '@/lib/i18n/desk-words'
import { ownName, type Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import { ruleName } from '@/lib/i18n/statements/words'
import { namedFilters, type FilterName } from '@/lib/moderation/queue/schema'
import type { QueueView } from '../view-address'

/** What the rows say of a chapter and a series that a view is narrowed to. */
export interface Titles {
  chapter?: string
  series?: string
}

/** What a filter's value is called. */
export function valueName(locale: Locale, name: FilterName, value: string, titles: Titles): string {
  if (name === 'chapter' || name === 'series') return titles[name] ?? value
  if (name === 'locale') return ownName(value as Locale)
  return name === 'rule' ? ruleName(locale, value) : value
}

/** The sentence for each filter but the words that are looked for, which stand in their own field. */
export function filterSentences(locale: Locale): Record<Exclude<FilterName, 'q'>, string> {
  const { queue, views } = deskWords(locale)
  return { ...queue.filters, ...views.filters }
}

/** What a view is called, and what it is narrowed to. */
export function namesOfView(
  locale: Locale,
  { status, filters }: Pick<QueueView, 'status' | 'filters'>,
  titles: Titles,
): string[] {
  const { queue, views } = deskWords(locale)
  const name = { ...queue.states, ...views.names }[status]
  const sentences = filterSentences(locale)
  return [
    name,
    ...namedFilters(filters).map(([filter, value]) =>
      filter === 'q'
        ? value
        : say(locale, sentences[filter], { value: valueName(locale, filter, value, titles) }),
    ),
  ]
}
