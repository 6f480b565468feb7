import { buttonLook } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { deskWords } from '@/lib/i18n/desk-words'
import { locales, ownName, type Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import { spans, type StatisticsWish } from '@/lib/moderation/statistics/schema'

/** A form that asks for an address: it works before any script does. */
export function StatisticsFilters({ locale, wish }: { locale: Locale; wish: StatisticsWish }) {
  const { statistics: words } = deskWords(locale)
  return (
    <form
      action="/desk/statistics"
      role="search"
      className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      <Field id="days" label={words.days}>
        <Select id="days" name="days" key={wish.days} defaultValue={wish.days}>
          {spans.map((days) => (
            <option key={days} value={days}>
              {say(locale, words.span, { days })}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="locale" label={words.language}>
        <Select id="locale" name="locale" key={wish.locale} defaultValue={wish.locale ?? ''}>
          <option value="">{words.everyLanguage}</option>
          {locales.map((language) => (
            <option key={language} value={language} lang={language}>
              {ownName(language)}
            </option>
          ))}
        </Select>
      </Field>
      <button className={buttonLook({ tone: 'main' })}>{words.show}</button>
    </form>
  )
}
