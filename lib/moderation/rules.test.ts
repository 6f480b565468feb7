import { expect, test } from 'vitest'
import { lessonOf, lookAgainAfter, mayBecome, pauseBefore } from './rules'

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
  const answer = { verdict: 'ham', why: '', recheckAfter: 120 } as const
  expect([0, 1, 2, 3].map((looks) => lookAgainAfter(answer, looks))).toEqual([
    120_000,
    120_000,
    120_000,
    undefined,
  ])
  expect(lookAgainAfter({ verdict: 'ham', why: '' }, 0)).toBeUndefined()
  expect(lookAgainAfter({ ...answer, verdict: 'spam' }, 0)).toBeUndefined()
})
