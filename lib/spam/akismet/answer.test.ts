import { expect, test } from 'vitest'
import { retryAfter, verdictOf } from './answer'

const now = Date.UTC(2026, 0, 1)
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
const inHttp = (time: number) => new Date(time).toUTCString()

test.each<[string, number, string | string[] | undefined, number | undefined]>([
  ['seconds', 429, '60', minute],
  ['one second', 429, '1', 1_000],
  ['a date', 429, inHttp(now + hour), hour],
  ['when it is down', 503, '60', minute],
  ['a day', 429, '86400', day],
  ['more than a day', 429, '86401', day],
  ['a date in a year', 503, inHttp(now + 365 * day), day],
  ['a number beyond all measure', 429, '9'.repeat(400), day],
  ['no time at all', 429, '0', undefined],
  ['a date that is over', 429, inHttp(now - 1_000), undefined],
  ['what is no time', 429, 'soon', undefined],
  ['less than nothing', 429, '-60', undefined],
  ['nothing', 429, undefined, undefined],
  ['two of them', 429, ['60', '90'], undefined],
  ['with another answer', 500, '60', undefined],
  ['with a verdict', 200, '60', undefined],
])('the pause that an answer asks for: %s', (_what, status, given, pause) => {
  expect(retryAfter({ status, text: '', headers: { 'retry-after': given } }, now)).toBe(pause)
})

test.each([
  ['1', 1],
  ['86400', 86_400],
  ['86401', 86_400],
  ['1e99', 86_400],
  ['0', undefined],
  ['-5', undefined],
  ['soon', undefined],
])('ham that wants to be looked at again after %s seconds', (given, seconds) => {
  const headers = { 'x-akismet-recheck-after': given }
  const { recheckAfter } = verdictOf({ status: 200, text: 'false', headers }, (text) => text)
  expect(recheckAfter).toBe(seconds)
})
