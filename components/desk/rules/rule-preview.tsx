import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { LocalTime } from '@/components/ui/local-time'
import { deskWords } from '@/lib/i18n/desk-words'
import { amount } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import { ruleLimits, type RulePreview as Preview } from '@/lib/moderation/rules/types'
import { nameOf } from '../language/name-of'
import { rulesAddress } from './addresses'

/** What a rule would have caught, by what became of it, with some of it. */
export function RulePreview({ locale, preview }: { locale: Locale; preview: Preview }) {
  const { rules: words, queue, frame } = deskWords(locale)
  const { kind, value, counts, isMore, samples, there } = preview
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const found = (Object.keys(queue.states) as (keyof typeof queue.states)[]).filter(
    (status) => counts[status] > 0,
  )
  return (
    <section
      aria-labelledby="preview"
      className="grid gap-3 rounded-lg border border-line bg-sheet p-4 text-sm"
    >
      <h2 id="preview" className="flex flex-wrap items-center gap-x-2 font-semibold">
        <span className="font-normal text-soft">{words.kinds[kind]}</span>
        <bdi className="min-w-0 [overflow-wrap:anywhere]">{value}</bdi>
      </h2>
      <p className="max-w-prose text-[0.8125rem] text-soft">{words.form.hints[kind]}</p>
      {there && (
        <p className="font-medium">
          {say(locale, words.form.there, { effect: words.effects[there.effect] })}{' '}
          <Link
            href={rulesAddress({ state: 'in-force', find: value })}
            className="underline underline-offset-4"
          >
            {words.form.seeRule}
          </Link>
        </p>
      )}
      <p>
        {say(locale, isMore ? words.form.caughtMore : words.form.caught, { count, days: ruleLimits.days })}
      </p>
      {found.length > 0 && (
        <ul aria-label={words.form.became} className="flex flex-wrap gap-2">
          {found.map((status) => (
            <li key={status}>
              <Badge tone={status === 'approved' ? 'good' : 'plain'}>
                {queue.states[status]} {amount(locale, counts[status])}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      {samples.length > 0 && (
        <ol aria-label={words.form.samples} className="grid gap-2">
          {samples.map(({ id, name, text, status, sentAt }) => (
            <li key={id} className="grid gap-0.5 border-s-2 border-line ps-3">
              <p className="text-[0.8125rem] text-soft [overflow-wrap:anywhere]">
                <Link
                  href={`/desk/queue/${id}`}
                  className="font-medium text-ink underline underline-offset-4"
                >
                  <bdi>{nameOf(frame, name)}</bdi>
                </Link>{' '}
                · {queue.states[status]} · <LocalTime at={sentAt} />
              </p>
              <p dir="auto" className="line-clamp-2 text-start [overflow-wrap:anywhere]">
                {text}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
