import { expect, test } from 'vitest'
import { firstStatus, lessonOf, mayBecome, pauseBefore } from './rules'

const statuses = ['pending', 'approved', 'spam', 'trash'] as const

test('a comment may go from every status to every other one, and not to its own', () => {
  for (const from of statuses) for (const to of statuses) expect(mayBecome(from, to)).toBe(from !== to)
})

test.each([
  ['ham', 'hold everything', 'pending'],
  ['unknown', 'hold everything', 'pending'],
  ['spam', 'hold everything', 'spam'],
  ['discard', 'hold everything', 'spam'],
  ['ham', 'publish ham', 'approved'],
  ['unknown', 'publish ham', 'pending'],
  ['spam', 'publish ham', 'spam'],
  ['discard', 'publish ham', 'spam'],
] as const)('%s under “%s” becomes %s', (verdict, policy, status) =>
  expect(firstStatus(verdict, policy)).toBe(status),
)

test('nothing is published unless somebody chose so', () => expect(firstStatus('ham')).toBe('pending'))

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
