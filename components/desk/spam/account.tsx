import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import { LocalTime } from '@/components/ui/local-time'
import { deskLocale } from '@/lib/i18n/desk-words'
import { statementWords } from '@/lib/i18n/statements/words'
import type { spamAccount } from '@/lib/spam/queries'

interface AccountProps {
  account: Awaited<ReturnType<typeof spamAccount>>
  isAsked: boolean
}

/** How our account with Akismet stands: key, use of the plan, and how right it was. */
export function Account({ account, isAsked }: AccountProps) {
  if (!isAsked)
    return <p className="text-[0.8125rem] text-soft">No key is set (AKISMET_KEY): Akismet is not asked.</p>
  if (!account) return <p className="text-[0.8125rem] text-soft">It has not been asked about the key yet.</p>
  const { key, problem, usage, months = [], at } = account
  const tone = { valid: 'good', invalid: 'bad', unknown: 'warn' } as const
  return (
    <div className="grid gap-2 text-[0.8125rem] text-soft">
      <p>
        <Badge tone={tone[key]}>key {key}</Badge> <LocalTime at={at} short />
        {problem && `: ${statementWords(deskLocale, 'problems', problem)}`}
      </p>
      {usage && (
        <p className="tabular-nums">
          {usage.calls} calls this month{usage.limit !== null && ` of ${usage.limit} (${usage.percentage} %)`}
          , of all sites with this key
        </p>
      )}
      {usage?.throttled && (
        <Alert tone="warn" title="Akismet answers more slowly, because the plan is used up">
          {usage.url && (
            <a href={usage.url} rel="noreferrer" className="underline">
              Plans at akismet.com
            </a>
          )}
        </Alert>
      )}
      {months.length > 0 && (
        <table className="w-full text-start tabular-nums max-sm:text-xs [&_td]:whitespace-nowrap [&_:is(td,th)]:pe-2">
          <caption className="pb-1 text-start">All sites with this key together</caption>
          <thead>
            <tr>
              {['Month', 'Checked', 'Spam', 'Missed', 'Wrongly spam', 'Right'].map((name) => (
                <th key={name} scope="col" className="py-0.5 text-start font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, calls, spam, missedSpam, falsePositives }) => (
              <tr key={month}>
                <td>{month}</td>
                <td>{calls}</td>
                <td>{spam}</td>
                <td>{missedSpam}</td>
                <td>{falsePositives}</td>
                <td>{rightness(calls, missedSpam + falsePositives)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

const rightness = (calls: number, wrong: number) =>
  calls > 0 ? `${(((calls - wrong) / calls) * 100).toFixed(1)} %` : '–'
