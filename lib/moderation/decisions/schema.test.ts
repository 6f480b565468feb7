import { describe, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { writePlace } from '@/lib/kernel/list-place'
import { commentStatus, decision, pageWish, patternLine } from './schema'

const commentId = newId()
const wish = { commentId, seen: 'pending', becomes: 'spam' }
const firstIssue = (input: unknown) => decision.safeParse(input).error?.issues[0]

describe('a decision', () => {
  test('is about a comment, from what it was to what it becomes', () => {
    expect(decision.parse({ ...wish, commentId: commentId.toUpperCase() })).toEqual(wish)
    expect(
      decision.parse({ ...wish, read: 'x'.repeat(64), undoes: true, reason: ' Off\r\nthe subject ' }),
    ).toEqual({
      ...wish,
      read: 'x'.repeat(64),
      undoes: true,
      reason: 'Off\nthe subject',
    })
  })

  test.each([
    ['commentId', 'x'],
    ['seen', 'gone'],
    ['becomes', undefined],
    ['read', 'x'.repeat(65)],
    ['undoes', 'yes'],
    ['reason', 7],
  ])('is none with %s %j', (field, value) =>
    expect(firstIssue({ ...wish, [field]: value })?.path).toEqual([field]),
  )

  test('has a reason of two thousand characters at most', () => {
    expect(firstIssue({ ...wish, reason: '𠮷'.repeat(2_000) })).toBeUndefined()
    expect(firstIssue({ ...wish, reason: '𠮷'.repeat(2_001) })?.message).toBe('reason-long')
    expect(firstIssue({ ...wish, reason: 'a\u202eb' })?.message).toMatch(/^characters U\+202E 2/)
  })
})

test('a comment stands in one of four places', () =>
  expect(
    ['pending', 'approved', 'spam', 'trash', 'gone'].map((one) => commentStatus.safeParse(one).success),
  ).toEqual([true, true, true, true, false]))

test.each([
  [' casino* ', undefined],
  ['a'.repeat(200), undefined],
  ['a'.repeat(201), 'pattern-long'],
  [' ', 'pattern-missing'],
  ['a', 'pattern-wide'],
  [7, 'form-broken'],
  [undefined, 'form-broken'],
])('a line of a word list: %j, %s', (line, problem) =>
  expect(patternLine.safeParse(line).error?.issues[0]?.message).toBe(problem),
)

describe('a page of the queue', () => {
  test('has 25 comments from the newest on, unless others are wanted', () => {
    expect(pageWish.parse({ status: 'spam' })).toEqual({ status: 'spam', filters: {}, take: 25 })
    const place = { at: new Date('2024-02-10'), id: commentId }
    expect(pageWish.parse({ status: 'spam', after: writePlace(place), take: 100 })).toEqual({
      status: 'spam',
      after: place,
      filters: {},
      take: 100,
    })
    expect(pageWish.safeParse({}).success).toBe(false)
  })

  test.each([0, 101, 1.5, 'x', null])('of %j is one of 25', (take) =>
    expect(pageWish.parse({ status: 'spam', take }).take).toBe(25),
  )

  test.each([1, 100])('of %i is one', (take) =>
    expect(pageWish.parse({ status: 'spam', take }).take).toBe(take),
  )
})
