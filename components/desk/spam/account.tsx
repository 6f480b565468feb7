import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import { LocalTime } from '@/components/ui/local-time'
import { deskWords } from '@/lib/i18n/desk-words'
import { amount } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import { statementWords } from '@/lib/i18n/statements/words'
import type { spamAccount } from '@/lib/spam/queries'

interface AccountProps {
  locale: Locale
  account: Awaited<ReturnType<typeof spamAccount>>
  isAsked: boolean
}

/** How our account with Akismet stands: key, use of the plan, and how right it was. */
export function Account({ locale, account, isAsked }: AccountProps) {
  const words = deskWords(locale).spam.account
  if (!isAsked) return <p className="text-[0.8125rem] text-soft">{words.noKey}</p>
  if (!account) return <p className="text-[0.8125rem] text-soft">{words.notAsked}</p>
  const { key, problem, usage, months = [], at } = account
  const tone = { valid: 'good', invalid: 'bad', unknown: 'warn' } as const
  return (
    <div className="grid gap-2 text-[0.8125rem] text-soft">
      <p>
        <Badge tone={tone[key]}>{words.keys[key]}</Badge> <LocalTime at={at} short />
        {problem && `: ${statementWords(locale, 'problems', problem)}`}
      </p>
      {usage && (
        <p className="tabular-nums">
          {usage.limit === null
            ? say(locale, words.usage, { calls: usage.calls })
            : say(locale, words.usageOf, {
                calls: usage.calls,
                limit: usage.limit,
                percentage: amount(locale, usage.percentage),
              })}
        </p>
      )}
      {usage?.throttled && (
        <Alert tone="warn" title={words.slow}>
          {usage.url && (
            <a href={usage.url} rel="noreferrer" className="underline">
              {deskWords(locale).spam.plans}
            </a>
          )}
        </Alert>
      )}
      {months.length > 0 && (
        <table className="w-full text-start tabular-nums max-sm:text-xs [&_td]:whitespace-nowrap [&_:is(td,th)]:pe-2">
          <caption className="pb-1 text-start">{words.together}</caption>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" className="py-0.5 text-start font-medium">
                  {words[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, calls, spam, missedSpam, falsePositives }) => (
              <tr key={month}>
                <td>{month}</td>
                <td>{amount(locale, calls)}</td>
                <td>{amount(locale, spam)}</td>
                <td>{amount(locale, missedSpam)}</td>
                <td>{amount(locale, falsePositives)}</td>
                <td>
                  {calls > 0
                    ? say(locale, words.rate, { rate: rightness(calls, missedSpam + falsePositives) })
                    : '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

const columns = ['month', 'checked', 'spam', 'missed', 'wrong', 'right'] as const

const rightness = (calls: number, wrong: number) => ((calls - wrong) / calls) * 100
