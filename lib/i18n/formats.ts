import { locales, regionalTag, type Locale } from './locales'

/** A day, as in '14 January 2019'. Days and times are shown in UTC: a page is the same for every reader. */
export const day = (locale: Locale, date: Date) => dayFormats[locale].format(date)

/** A moment, as in '14 January 2019 at 09:30 UTC'. */
export const moment = (locale: Locale, date: Date) => momentFormats[locale].format(date)

/** A number, such as a chapter's: '12', '2.5', '٣'. */
export const digits = (locale: Locale, value: number) => numberFormats[locale].format(value)

/** How many there are of something, in groups of digits: '12,480', '١٢٬٤٨٠'. */
export const amount = (locale: Locale, count: number) => amountFormats[locale].format(count)

const forEach = <Format>(make: (tag: string) => Format) =>
  Object.fromEntries(locales.map((locale) => [locale, make(regionalTag(locale))])) as Record<Locale, Format>

const dayFormats = forEach((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }))
const momentFormats = forEach(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
      timeZoneName: 'short',
    }),
)
const numberFormats = forEach(
  (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 3, useGrouping: false }),
)

const amountFormats = forEach((tag) => new Intl.NumberFormat(tag))

/** A month, as in 'January 2019'; `month` is from 1 to 12. */
export const monthName = (locale: Locale, year: number, month: number) =>
  monthFormats[locale].format(new Date(Date.UTC(year, month - 1)))

/** A country by its code, in the words of a language. */
export const countryName = (locale: Locale, code: string) => {
  try {
    return countryFormats[locale].of(code) ?? code
  } catch {
    return code
  }
}

const monthFormats = forEach(
  (tag) => new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
)
const countryFormats = forEach((tag) => new Intl.DisplayNames(tag, { type: 'region' }))

/** A share, as in '12.5%'. */
export const share = (locale: Locale, part: number) => shareFormats[locale].format(part)

const shareFormats = forEach(
  (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }),
)

/** How long something took, in the unit that people would tell it in: '40 sec', '3.5 hr', '12 days'. */
export function howLong(locale: Locale, seconds: number): string {
  const [unit, size] = units.findLast(([, least]) => seconds >= least) ?? units[0]
  const many = seconds / size
  return unitFormats[locale][unit].format(many < 10 ? Math.round(many * 10) / 10 : Math.round(many))
}

const units = [
  ['second', 1],
  ['minute', 60],
  ['hour', 60 * 60],
  ['day', 24 * 60 * 60],
] as const
const unitFormats = forEach(
  (tag) =>
    Object.fromEntries(
      units.map(([unit]) => [
        unit,
        new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' }),
      ]),
    ) as Record<(typeof units)[number][0], Intl.NumberFormat>,
)
