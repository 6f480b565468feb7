import { describe, expect, test } from 'vitest'
import { discussionShape, readDiscussion, usualDiscussion } from './settings'

test('the usual settings are settings, and are WordPress’s where it has them', () => {
  expect(discussionShape.parse(usualDiscussion)).toEqual(usualDiscussion)
  expect(usualDiscussion).toMatchObject({
    commenting: 'everyone',
    nameAndEmailRequired: true,
    closeAfterDays: 0,
    threadDepth: 5,
    pageSize: 50,
    order: 'oldest first',
    linksToHold: 2,
    gapSeconds: 15,
    consentBox: true,
  })
  // And what it has not: everybody waits, and there are caps (docs/wordpress-parity.md).
  expect(usualDiscussion).toMatchObject({
    hold: 'everybody',
    mostInTenMinutes: 10,
    chapterHoldsAt: 60,
    siteHoldsAt: 120,
    siteRefusesAt: 6_000,
    editMinutes: 5,
  })
})

describe('what is kept', () => {
  test.each([undefined, null, 'text', 7, [], {}])('%s is as usual', (kept) =>
    expect(readDiscussion(kept)).toEqual(usualDiscussion),
  )
  test('one value that cannot be read spoils no other; what is unknown is left out', () => {
    const kept = { gapSeconds: 'soon', threadDepth: 99, hold: 'nobody', pageSize: 20, colour: 'red' }
    expect(readDiscussion(kept)).toEqual({ ...usualDiscussion, hold: 'nobody', pageSize: 20 })
  })
})

type Settings = typeof usualDiscussion
type Numbers = { [Name in keyof Settings as Settings[Name] extends number ? Name : never]: [number, number] }

/** The lowest and the highest that each number may be. A change here is one on purpose. */
const bounds: Numbers = {
  closeAfterDays: [0, 3_650],
  threadDepth: [1, 10],
  pageSize: [5, 500],
  linksToHold: [0, 100],
  gapSeconds: [0, 3_600],
  mostInTenMinutes: [1, 1_000],
  chapterHoldsAt: [1, 100_000],
  siteHoldsAt: [1, 100_000],
  siteRefusesAt: [1, 1_000_000],
  editMinutes: [0, 1_440],
}
const problemWith = (name: string, value: unknown) =>
  discussionShape.safeParse({ ...usualDiscussion, [name]: value }).error?.issues.map(({ message }) => message)

test.each(Object.entries(bounds))('%s is a whole number within %j', (name, [lowest, highest]) => {
  for (const value of [lowest, lowest + 1, highest]) expect(problemWith(name, value)).toBeUndefined()
  for (const value of [lowest - 1, highest + 1, lowest + 0.5, NaN, Infinity, String(lowest), null])
    expect(problemWith(name, value), String(value)).toEqual(['number-wrong'])
})

const choices: { [Name in Exclude<keyof Settings, keyof Numbers>]: Settings[Name][] } = {
  commenting: ['everyone', 'nobody'],
  nameAndEmailRequired: [true, false],
  websiteField: [true, false],
  consentBox: [true, false],
  firstPage: ['oldest', 'newest'],
  order: ['oldest first', 'newest first'],
  avatars: ['initials', 'pattern', 'none'],
  hold: ['everybody', 'first-timers', 'nobody'],
  noticesTo: ['nobody', 'writer', 'admins', 'admins and writer', 'all staff'],
  noticesOf: ['what waits', 'every comment'],
  mailsToCommenters: [true, false],
}

test.each(Object.entries(choices))('%s is one of %j', (name, values) => {
  for (const value of values) expect(problemWith(name, value)).toBeUndefined()
  for (const value of ['', 'some', 1, null]) expect(problemWith(name, value)).toEqual(['choice-wrong'])
})
