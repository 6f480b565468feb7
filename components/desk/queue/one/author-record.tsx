import Link from 'next/link'
import { LocalTime } from '@/components/ui/local-time'
import { rich } from '@/components/ui/rich'
import { deskWords } from '@/lib/i18n/desk-words'
import { digits } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import type { AuthorRecord, CountsByStatus } from '@/lib/moderation/queue/record-queries'
import type { QueueFilters } from '@/lib/moderation/queue/schema'
import { addressOf, pageSizes } from '../view-address'

/** What is known of who wrote a comment: how theirs were decided about, since when, and what else came from there. */
export function AuthorRecordPanel({ locale, record }: { locale: Locale; record: AuthorRecord }) {
  const { byEmail, byAddress } = record
  const words = deskWords(locale).queue.one.author
  return (
    <section aria-labelledby="author" className="grid gap-2">
      <h2 id="author" className="text-sm font-semibold">
        {words.title}
      </h2>
      <dl className="grid gap-2 text-[0.8125rem]">
        {byEmail && (
          <div className="grid gap-0.5">
            <dt className="text-soft [overflow-wrap:anywhere]">
              {rich(locale, words.byEmail, { email: <bdi>{byEmail.email}</bdi> })}
            </dt>
            <dd>
              <Counts locale={locale} counts={byEmail.counts} filters={{ email: byEmail.email }} />
            </dd>
            {byEmail.firstSeen && (
              <dd className="text-soft">
                {rich(locale, words.firstSeen, { time: <LocalTime at={byEmail.firstSeen} /> })}
              </dd>
            )}
          </div>
        )}
        {byAddress && (
          <div className="grid gap-0.5">
            <dt className="text-soft">
              {rich(locale, words.byAddress, { address: <bdi>{byAddress.ip}</bdi> })}
            </dt>
            <dd>
              <Counts locale={locale} counts={byAddress.counts} filters={{ ip: byAddress.ip }} />
            </dd>
          </div>
        )}
      </dl>
      {!byEmail && !byAddress && <p className="text-[0.8125rem] text-soft">{words.nothing}</p>}
    </section>
  )
}

interface CountsProps {
  locale: Locale
  counts: CountsByStatus
  filters: QueueFilters
}

function Counts({ locale, counts, filters }: CountsProps) {
  const { states } = deskWords(locale).queue
  const statuses = ['approved', 'pending', 'spam', 'trash'] as const
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {statuses.map((status) => {
        const { count, isMore } = counts[status]
        const said = (
          <>
            {states[status]}{' '}
            <span className="tabular-nums">{digits(locale, count) + (isMore ? '+' : '')}</span>
          </>
        )
        return (
          <li key={status} className={count === 0 ? 'py-0.5 text-soft' : undefined}>
            {count === 0 ? (
              said
            ) : (
              <Link
                href={addressOf({ status, filters, show: pageSizes[0] })}
                className="inline-block min-h-6 py-0.5 underline decoration-line underline-offset-4 hover:decoration-rubric"
              >
                {said}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
