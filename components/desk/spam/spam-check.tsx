import { Alert } from '@/components/ui/alert'
import { LocalTime } from '@/components/ui/local-time'
import { rich } from '@/components/ui/rich'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import { problem } from '@/lib/i18n/statements/statement'
import { statementWords } from '@/lib/i18n/statements/words'

export interface Checking {
  checker: string
  alert?: { code: string; message?: string; url?: string }
  unchecked: number
  oldestUncheckedAt?: Date
}

/** Which spam checker is at work, what it complains of, and what it has not looked at. */
export function SpamCheck({ checking, locale }: { checking: Checking; locale: Locale }) {
  const { checker, alert, unchecked, oldestUncheckedAt } = checking
  const { spam: words } = deskWords(locale)
  return (
    <div className="grid gap-2">
      {alert && (
        <Alert tone="warn" title={words.attention}>
          <p>
            {/* Akismet’s own words are English; the one alert without any is told in ours. */}
            <bdi>{alert.message ?? statementWords(locale, 'problems', problem('wrong-key'))}</bdi>{' '}
            <span className="text-soft">({alert.code})</span>
            {alert.url && (
              <>
                {' '}
                <a href={alert.url} rel="noreferrer" className="underline">
                  {words.plans}
                </a>
              </>
            )}
          </p>
        </Alert>
      )}
      <p className="text-[0.8125rem] text-soft">
        {checker === 'akismet' ? words.byAkismet : words.byRules}{' '}
        {unchecked > 0 &&
          (oldestUncheckedAt
            ? rich(locale, words.uncheckedSince, {
                count: unchecked,
                time: <LocalTime at={oldestUncheckedAt} short />,
              })
            : say(locale, words.unchecked, { count: unchecked }))}
      </p>
    </div>
  )
}
