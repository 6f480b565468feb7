import { afterEach, describe, expect, test, vi } from 'vitest'
import { ago } from './ago'

afterEach(() => void vi.unstubAllEnvs())

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const now = Date.parse('2026-03-18T12:00:00Z')

/** In words, as the page says it. */
function said(passed: number, at = now, locale = 'en-GB') {
  const found = ago(at - passed, at)
  return found && new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(...found)
}

test.each([
  [0, 'this minute'],
  [29 * second, 'this minute'],
  [59.6 * second, '1 minute ago'],
  [89 * second, '1 minute ago'],
  [59.4 * minute, '59 minutes ago'],
  [59.6 * minute, '1 hour ago'],
  [23.4 * hour, '23 hours ago'],
  [30 * day, '30 days ago'],
  [31 * day, undefined],
])('it is rounded before the unit is chosen: %d', (passed, expected) => {
  vi.stubEnv('TZ', 'UTC')
  expect(said(passed)).toBe(expected)
})

test.each([
  ['two minutes', 2 * minute, 'this minute'],
  ['nine minutes', 9 * minute, 'this minute'],
  ['an hour', hour, undefined],
  ['ten years', 3_650 * day, undefined],
])('by a clock that is %s behind nothing is in the future', (_, behind, expected) =>
  expect(said(-behind)).toBe(expected),
)

describe('days are those of the calendar where it is read', () => {
  test.each([
    // At half past midnight, what was written 25 hours ago was the day before yesterday.
    ['UTC', '2026-03-18T00:30:00Z', 25 * hour, '2 days ago'],
    ['UTC', '2026-03-18T12:00:00Z', 25 * hour, 'yesterday'],
    ['UTC', '2026-03-18T23:50:00Z', 47 * hour, 'yesterday'],
    ['UTC', '2026-03-18T10:00:00Z', 47 * hour, '2 days ago'],
    // Late in the evening, what was written that morning.
    ['UTC', '2026-03-18T23:55:00Z', 23.7 * hour, 'today'],
    ['Asia/Tokyo', '2026-03-18T15:30:00Z', 25 * hour, '2 days ago'],
    ['America/Los_Angeles', '2026-03-18T15:30:00Z', 25 * hour, 'yesterday'],
    // The day that has 23 hours, and the one that has 25.
    ['Europe/Berlin', '2026-03-30T00:30:00+02:00', 47.6 * hour, '3 days ago'],
    ['Europe/Berlin', '2026-10-26T00:10:00+01:00', 25 * hour, 'yesterday'],
  ])('%s at %s', (zone, at, passed, expected) => {
    vi.stubEnv('TZ', zone)
    expect(said(passed, Date.parse(at))).toBe(expected)
  })
})

test.each([
  ['ja-JP', ['1 分以内', '1 分前', '1 時間前', '昨日']],
  ['ar-EG', ['هذه الدقيقة', 'قبل دقيقة واحدة', 'قبل ساعة واحدة', 'أمس']],
])('in %s', (locale, expected) => {
  vi.stubEnv('TZ', 'UTC')
  expect([0, 59.6 * second, 59.6 * minute, 25 * hour].map((passed) => said(passed, now, locale))).toEqual(
    expected,
  )
})
