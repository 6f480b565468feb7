import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Field, Input, Select } from '@/components/ui/field'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { screeningCodes } from '@/lib/i18n/statements/codes'
import { ruleName } from '@/lib/i18n/statements/words'
import { addressOf, pageSizes, wordsOf, type QueueView } from '../view-address'

interface MoreFiltersProps {
  locale: Locale
  view: QueueView
  /** The series of the view's chapter. */
  seriesId?: string
}

// What this form says itself.
const own = ['rule', 'from', 'to']

/** By the rule that held a comment, by time, and the whole series of a chapter. An ordinary form: it makes an address. */
export function MoreFilters({ locale, view, seriesId }: MoreFiltersProps) {
  const { views: words } = deskWords(locale)
  const { filters, show } = view
  const { chapter: _chapter, ...others } = filters
  const kept = [...wordsOf(view), ...(show === pageSizes[0] ? [] : [['show', String(show)] as const])]
  return (
    <details className="text-[0.8125rem]" open={Boolean(filters.rule ?? filters.from ?? filters.to)}>
      <summary className="w-fit min-h-6 cursor-pointer text-soft">{words.more}</summary>
      <form method="get" action="/desk/queue" className="mt-2 flex flex-wrap items-end gap-3">
        {kept.map(([name, value]) =>
          own.includes(name) ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Field id="filter-rule" label={words.rule}>
          <Select id="filter-rule" name="rule" defaultValue={filters.rule ?? ''} key={filters.rule}>
            <option value="">{words.anyRule}</option>
            {screeningCodes.map((code) => (
              <option key={code} value={code}>
                {ruleName(locale, code)}
              </option>
            ))}
          </Select>
        </Field>
        {(['from', 'to'] as const).map((name) => (
          <Field key={name} id={`filter-${name}`} label={words[name]}>
            <Input
              id={`filter-${name}`}
              type="date"
              name={name}
              defaultValue={filters[name]}
              key={filters[name]}
            />
          </Field>
        ))}
        <Button type="submit">{words.show}</Button>
        {seriesId && (
          <Link
            href={addressOf({ ...view, filters: { ...others, series: seriesId } })}
            className="inline-flex min-h-9 items-center underline underline-offset-4"
          >
            {words.wholeSeries}
          </Link>
        )}
      </form>
    </details>
  )
}
