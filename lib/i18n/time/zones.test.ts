import { describe, expect, test } from 'vitest'
import { momentIn } from './moment-in'
import { zoneNamed, zones } from './zones'

describe('the zone that a name stands for', () => {
  test.each(zones)('%s', (zone) => expect(zoneNamed(zone)).toBe(zone))

  test.each([
    ['Asia/Kolkata', 'Asia/Calcutta'],
    ['Europe/Kyiv', 'Europe/Kiev'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['Etc/UTC', 'UTC'],
    ['GMT', 'UTC'],
    ['asia/tokyo', 'Asia/Tokyo'],
  ])('%s is known as another', (name, zone) => {
    const known = zoneNamed(name)
    expect([zone, name]).toContain(known)
    expect(zones).toContain(known)
  })

  test.each([
    ['an offset', '+02:00'],
    ['nothing', ''],
    ['no name', 'Moon/Tranquility'],
    ['something long', 'Europe/'.repeat(100_000)],
    ['no text', 7],
    ['an order', 'Europe/Berlin\u0000'],
  ])('%s is none', (_, name) => expect(zoneNamed(name)).toBeUndefined())
})

describe('what somebody types is a moment by the clocks of their zone', () => {
  test.each([
    ['UTC', '2026-03-18T09:05', '2026-03-18T09:05:00.000Z'],
    ['Asia/Tokyo', '2026-03-18T09:05', '2026-03-18T00:05:00.000Z'],
    ['Europe/Berlin', '2026-03-28T12:00', '2026-03-28T11:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    // Skipped in spring: half an hour after the clocks were put forward.
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    // Twice in autumn: the first.
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25T03:30', '2026-10-25T02:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01T00:30', '2025-12-31T10:30:00.000Z'],
    ['Asia/Calcutta', '2026-01-01T00:00', '2025-12-31T18:30:00.000Z'],
  ])('%s %s', (zone, typed, moment) => expect(momentIn(zone, typed)?.toISOString()).toBe(moment))

  test.each(['', 'soon', '2026-13-01T00:00'])('%j is none', (typed) =>
    expect(momentIn('UTC', typed)).toBeUndefined(),
  )
})
