import { finding } from '@/lib/i18n/statements/statement'
import type { HttpAnswer } from './request'
import { wrongKey, type SpamAnswer } from '../port'

type Redact = (text: string) => string

/** What an answer of `comment-check` means. Whatever is not plainly a verdict is `unknown`. */
export function verdictOf(answer: HttpAnswer, redact: Redact): SpamAnswer {
  const { status, headers } = answer
  const body = answer.text.trim()
  const header = (name: string) => (headers[name] === undefined ? undefined : redact(String(headers[name])))
  const extras: Omit<SpamAnswer, 'verdict' | 'why'> = {}
  const guid = header('x-akismet-guid')
  if (guid) extras.guid = guid
  const alertCode = header('x-akismet-alert-code')
  if (alertCode) {
    const url = webAddress(header('x-akismet-alert-upgrade-url'))
    extras.alert = { code: alertCode, message: header('x-akismet-alert-msg') ?? '', ...(url && { url }) }
  }

  if (status === 200 && body === 'true') {
    const discard = header('x-akismet-pro-tip') === 'discard'
    return discard
      ? { verdict: 'discard', why: finding('akismet-discard'), ...extras }
      : { verdict: 'spam', why: finding('akismet-spam'), ...extras }
  }
  if (status === 200 && body === 'false') {
    const seconds = Number(header('x-akismet-recheck-after'))
    if (seconds > 0) extras.recheckAfter = Math.min(seconds, 86_400)
    return { verdict: 'ham', why: finding('akismet-ham'), ...extras }
  }
  if (body === 'invalid') extras.alert ??= { code: wrongKey }
  const retryAfterMs = retryAfter(answer)
  if (retryAfterMs) extras.retryAfterMs = retryAfterMs
  const text = said(answer, redact)
  const why = text
    ? finding('akismet-no-verdict', { status, answer: text })
    : finding('akismet-no-answer', { status })
  return { verdict: 'unknown', why, ...extras }
}

/** What it said, in short, when that was not what we hoped for. */
export const said = ({ text, headers }: HttpAnswer, redact: Redact) => {
  const help = headers['x-akismet-debug-help'] ?? headers['x-akismet-error']
  return [redact(text).slice(0, 80), help && redact(String(help))].filter(Boolean).join(', ')
}

/** Retry-After of a 429 or 503: seconds or a date (RFC 9110, 10.2.3); a day at most. */
export function retryAfter({ status, headers }: HttpAnswer, now = Date.now()): number | undefined {
  const given = headers['retry-after']
  if (![429, 503].includes(status) || typeof given !== 'string') return undefined
  const ms = /^\d+$/.test(given) ? Number(given) * 1_000 : Date.parse(given) - now
  return ms > 0 ? Math.min(ms, 86_400_000) : undefined
}

const webAddress = (text: string | undefined) =>
  text && URL.canParse(text) && new URL(text).protocol === 'https:' ? new URL(text).href : undefined
