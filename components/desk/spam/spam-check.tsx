import { Alert } from '@/components/ui/alert'
import { LocalTime } from '@/components/ui/local-time'
import { deskLocale } from '@/lib/i18n/desk-words'
import { problem } from '@/lib/i18n/statements/statement'
import { statementWords } from '@/lib/i18n/statements/words'

export interface Checking {
  checker: string
  alert?: { code: string; message?: string; url?: string }
  unchecked: number
  oldestUncheckedAt?: Date
}

// The one alert that has no words of Akismet’s.
const wrongKey = statementWords(deskLocale, 'problems', problem('wrong-key'))

/** Which spam checker is at work, what it complains of, and what it has not looked at. */
export function SpamCheck({ checking }: { checking: Checking }) {
  const { checker, alert, unchecked, oldestUncheckedAt } = checking
  return (
    <div className="grid gap-2">
      {alert && (
        <Alert tone="warn" title="Akismet asks for attention">
          <p>
            {alert.message ?? wrongKey} <span className="text-soft">({alert.code})</span>
            {alert.url && (
              <>
                {' '}
                <a href={alert.url} rel="noreferrer" className="underline">
                  Plans at akismet.com
                </a>
              </>
            )}
          </p>
        </Alert>
      )}
      <p className="text-[0.8125rem] text-soft">
        {checker === 'akismet'
          ? 'Comments are checked by Akismet.'
          : 'No Akismet key is set: comments are checked by local rules and by what the filter has learnt.'}
        {unchecked > 0 && (
          <>
            {' '}
            {unchecked === 1 ? 'One comment is' : `${unchecked} comments are`} not checked yet
            {oldestUncheckedAt && (
              <>
                , the oldest from <LocalTime at={oldestUncheckedAt} short />
              </>
            )}
            .
          </>
        )}
      </p>
    </div>
  )
}
