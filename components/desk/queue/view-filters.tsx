import Link from 'next/link'
import { X } from 'lucide-react'
import { FindField } from '@/components/ui/find-field'
import { rich } from '@/components/ui/rich'
import { deskWords } from '@/lib/i18n/desk-words'
import { locales, ownName, type Locale } from '@/lib/i18n/locales'
import { namedFilters, type FilterName } from '@/lib/moderation/queue/schema'
import { addressOf, type QueueView } from './view-address'
import { filterSentences, valueName, type Titles } from './views/names-of-view'

interface ViewFiltersProps {
  locale: Locale
  view: QueueView
  /** What the view's chapter and series are called, where it is narrowed to one. */
  titles: Titles
}

/** The search, and what the view is narrowed to. Each is a part of the address. */
export function ViewFilters({ locale, view, titles }: ViewFiltersProps) {
  const { queue: words } = deskWords(locale)
  const { filters } = view
  const chips = namedFilters(filters).filter(
    (entry): entry is [Exclude<FilterName, 'q'>, string] => entry[0] !== 'q',
  )
  const sentences = filterSentences(locale)
  const shown = (name: FilterName, value: string) => valueName(locale, name, value, titles)
  return (
    <div className="grid gap-3">
      <FindField
        name="q"
        label={words.search}
        button={words.find}
        hint={words.searchHint}
        found={filters.q ?? ''}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-[0.8125rem] text-soft">
        <nav aria-label={words.byLanguage} className="flex flex-wrap">
          {[undefined, ...locales].map((one) => (
            <Link
              key={one ?? ''}
              href={addressOf({ ...view, filters: { ...filters, locale: one } })}
              aria-current={one === filters.locale ? 'true' : undefined}
              lang={one}
              className="px-1.5 py-1 underline underline-offset-4 first:ps-0 aria-current:font-semibold aria-current:text-ink aria-current:no-underline"
            >
              {one ? ownName(one) : words.allLanguages}
            </Link>
          ))}
        </nav>
        {chips.length > 0 && (
          <ul aria-label={words.filtered} className="flex flex-wrap gap-2">
            {chips.map(([name, value]) => (
              <li
                key={name}
                className="flex items-center gap-1 rounded-full border border-line bg-tint ps-3 text-ink [overflow-wrap:anywhere]"
              >
                <span>{rich(locale, sentences[name], { value: <bdi>{shown(name, value)}</bdi> })}</span>
                <Link
                  href={addressOf({ ...view, filters: { ...filters, [name]: undefined } })}
                  aria-label={words.without}
                  title={words.without}
                  className="grid size-7 place-items-center rounded-full hover:bg-line"
                >
                  <X aria-hidden="true" className="size-3.5" />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
