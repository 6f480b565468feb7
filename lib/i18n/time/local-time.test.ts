import { expect, test } from 'vitest'
import { dayAt, exactTime, localTime } from './local-time'

const noon = new Date('2026-03-18T12:00:00Z')

test.each([
  ['UTC', '2026-03-18T09:05:00Z', '09:05'],
  ['UTC', '2026-03-18T00:00:00Z', '00:00'],
  // Ten hours ago, but yesterday.
  ['UTC', '2026-03-17T23:59:00Z', '17 Mar 2026, 23:59'],
  ['UTC', '2026-03-21T09:05:00Z', '21 Mar 2026, 09:05'],
  ['Asia/Tokyo', '2026-03-17T15:00:00Z', '00:00'],
  ['Asia/Tokyo', '2026-03-17T14:59:00Z', '17 Mar 2026, 23:59'],
  ['America/Los_Angeles', '2026-03-18T06:59:00Z', '17 Mar 2026, 23:59'],
])('in %s a moment has its date unless it is of today: %s', (zone, at, expected) => {
  const clock = { locale: 'en', zone } as const
  expect(localTime(clock, new Date(at), { today: dayAt(zone, noon), short: true })).toBe(expected)
})

const at = new Date('2026-03-18T15:05:00Z')

test.each([
  ['en', '19 Mar 2026, 00:05', '00:05'],
  ['ja', '2026年3月19日 00:05', '00:05'],
  ['ar', '١٩ مارس ٢٠٢٦، ٠٠:٠٥', '٠٠:٠٥'],
] as const)(
  'in %s it is told as people write it, in one zone for everybody who chose it',
  (locale, long, short) => {
    const clock = { locale, zone: 'Asia/Tokyo' }
    expect(localTime(clock, at)).toBe(long)
    expect(localTime(clock, at, { today: '2026-03-19', short: true })).toBe(short)
  },
)

test.each(['en', 'ja', 'ar'] as const)('who has no zone is told UTC, and that it is, in %s', (locale) => {
  expect(localTime({ locale }, at)).toContain('UTC')
  expect(localTime({ locale }, at, { today: '2026-03-18', short: true })).toMatch(/^.{5} UTC$/)
})

test('a zone of which a browser has never heard is told in UTC, and that it is', () => {
  const clock = { locale: 'en', zone: 'Moon/Tranquility' } as const
  expect(localTime(clock, at)).toBe('18 Mar 2026, 15:05 UTC')
  expect(dayAt(clock.zone, at)).toBe('2026-03-18')
  expect(exactTime(clock, at)).toBe('Wednesday, 18 March 2026 at 15:05:00 UTC')
})

test('in full with its second and zone', () =>
  expect(exactTime({ locale: 'ja', zone: 'Asia/Tokyo' }, at)).toBe('2026年3月19日木曜日 0:05:00 JST'))
