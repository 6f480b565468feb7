import { deskWords } from '@/lib/i18n/desk-words'
import { amount, howLong, share } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { shareOf } from '@/lib/moderation/statistics/rules'
import type { Statistics } from '@/lib/moderation/statistics/types'
import { Figure } from './figure'
import { sheetsOf } from './sheets'
import { StatisticsFilters } from './statistics-filters'

interface StatisticsPageProps {
  locale: Locale
  statistics: Statistics
  isHalfHour: boolean
}

/** What has happened with comments over some days; what it is narrowed to is its address. */
export function StatisticsPage({ locale, statistics, isHalfHour }: StatisticsPageProps) {
  const { statistics: words } = deskWords(locale)
  const { wish } = statistics
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header className="grid gap-1">
        <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
        <p className="max-w-prose text-sm text-soft">{words.intro}</p>
      </header>
      <StatisticsFilters locale={locale} wish={wish} />
      <Sums locale={locale} statistics={statistics} />
      {sheetsOf({ locale, statistics, isHalfHour }).map((sheet) => (
        <Figure key={sheet.name} locale={locale} sheet={sheet} wish={wish} />
      ))}
    </div>
  )
}

function Sums({ locale, statistics }: { locale: Locale; statistics: Statistics }) {
  const { sums } = deskWords(locale).statistics
  const { total, waits } = statistics
  const sent = total.pending + total.approved + total.spam + total.trash
  const spam = shareOf(total.spam, sent)
  const time = (seconds: number | undefined) =>
    seconds === undefined ? sums.unknown : howLong(locale, seconds)
  const figures = [
    [sums.sent, amount(locale, sent)],
    [sums.spam, spam === undefined ? sums.unknown : share(locale, spam)],
    [sums.pending, amount(locale, total.pending)],
    [sums.median, time(waits.median)],
    [sums.ninth, time(waits.ninth)],
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-5">
      {figures.map(([name, value]) => (
        <div key={name} className="flex flex-col-reverse justify-end">
          <dt className="text-xs text-soft">{name}</dt>
          <dd className="font-serif text-2xl leading-tight tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
