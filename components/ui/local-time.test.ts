import { afterEach, expect, test, vi } from 'vitest'
import { written } from './local-time'

afterEach(() => void vi.unstubAllEnvs())

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
  vi.stubEnv('TZ', zone)
  const today = new Date('2026-03-18T12:00:00Z').toDateString()
  expect(written(new Date(at), { today, short: true })).toBe(expected)
})

test('with its date where that is wanted, and in UTC before the browser has said where it is', () => {
  const at = new Date('2026-03-18T09:05:00Z')
  expect(written(at, { today: at.toDateString() })).toMatch(/^18 Mar 2026, /)
  expect(written(at, { short: true })).toBe('18 Mar 2026, 09:05 UTC')
})
