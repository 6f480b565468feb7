import { expect, test } from 'vitest'
import { finding } from '@/lib/i18n/statements/statement'
import type { SpamAnswer } from '@/lib/spam/port'
import { lessonOf, lookAgainAfter, mayBecome, pauseBefore, stateBefore, undoWindowMs } from './transitions'

const statuses = ['pending', 'approved', 'spam', 'trash'] as const

test('a comment may go from every status to every other one, and not to its own', () => {
  for (const from of statuses) for (const to of statuses) expect(mayBecome(from, to)).toBe(from !== to)
})

test.each([
  ['pending', 'spam', 'spam'],
  ['approved', 'spam', 'spam'],
  ['trash', 'spam', 'spam'],
  ['spam', 'approved', 'ham'],
  ['spam', 'pending', 'ham'],
  ['spam', 'trash', undefined],
  ['pending', 'approved', undefined],
  ['pending', 'trash', undefined],
] as const)('from %s to %s the filter learns %s', (from, to, lesson) =>
  expect(lessonOf(from, to)).toBe(lesson),
)

test('pauses grow from a minute to an hour, and end after three weeks', () => {
  const minutes = [1, 2, 3, 4, 5, 500].map((attempt) => pauseBefore(attempt, 0)! / 60_000)
  expect(minutes).toEqual([1, 5, 20, 60, 60, 60])
  expect(pauseBefore(500, 22 * 24 * 3_600_000)).toBeUndefined()
})

test('a checker that asks to be asked again is, three times; then its word stands', () => {
  const answer: SpamAnswer = { verdict: 'ham', why: finding('akismet-ham'), recheckAfter: 120 }
  expect([0, 1, 2, 3].map((looks) => lookAgainAfter(answer, looks))).toEqual([
    120_000,
    120_000,
    120_000,
    undefined,
  ])
  expect(lookAgainAfter({ ...answer, recheckAfter: undefined }, 0)).toBeUndefined()
  expect(lookAgainAfter({ ...answer, verdict: 'spam' }, 0)).toBeUndefined()
})

test.each([
  ['', 'pending'],
  ['pending trash', 'pending'],
  ['pending spam', 'pending'],
  ['pending approved trash', 'approved'],
  ['approved trash', 'approved'], // published before there were decisions
  ['pending approved spam', 'approved'],
  ['pending approved spam trash', 'spam'],
  ['pending approved spam trash spam', 'approved'], // restored once, and again
  ['pending approved spam trash spam approved trash', 'approved'],
  ['pending spam trash', 'spam'],
  ['pending spam trash spam', 'pending'],
  ['pending trash spam', 'trash'],
  ['pending trash spam trash', 'pending'],
  ['pending approved pending trash', 'pending'], // held, or changed by its author, and then trashed
  ['pending approved trash approved trash', 'approved'],
  ['pending spam pending spam', 'pending'],
  ['pending spam approved spam', 'approved'], // a mistake that was put right, and found to be none
  ['pending spam trash approved trash', 'approved'],
  ['pending trash approved spam', 'approved'],
  // Undone (!) at once: as if neither had been.
  ['pending spam trash approved !trash', 'spam'],
  ['pending approved spam trash spam !trash', 'spam'],
  ['pending approved trash approved !trash', 'approved'],
  ['pending approved trash !approved trash', 'approved'],
  ['pending approved !pending trash', 'pending'],
  ['pending spam trash pending !trash approved !trash', 'spam'],
  // What is called so and fits nothing is a step like any other.
  ['pending approved !trash', 'approved'],
] as const)('after %j it goes back to %s', (way, expected) => {
  const states = way.split(' ')
  const plain = states.map((one) => one.replace('!', '') as (typeof statuses)[number])
  const decisions = plain
    .slice(1)
    .map((to, place) => ({ from: plain[place]!, to, undoes: states[place + 1]!.startsWith('!') }))
  expect(stateBefore(decisions)).toBe(expected)
})

test.each([
  [0, 60],
  [21 * 24 * 60 - 1, 60],
  [21 * 24 * 60, 60],
])('a comment of %i minutes is asked about once more', (age, minutes) => {
  expect(pauseBefore(500, age * 60_000)).toBe(minutes * 60_000)
  expect(pauseBefore(1, age * 60_000)).toBe(60_000)
})

test('one of three weeks and a moment is not, and a decision can be undone for a minute', () => {
  for (const attempt of [1, 500]) expect(pauseBefore(attempt, 21 * 24 * 3_600_000 + 1)).toBeUndefined()
  expect(undoWindowMs).toBe(60_000)
})
