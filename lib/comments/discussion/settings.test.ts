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

const wrong: [keyof typeof usualDiscussion, unknown][] = [
  ['threadDepth', 0],
  ['threadDepth', 11],
  ['gapSeconds', -1],
  ['gapSeconds', 1.5],
  ['gapSeconds', NaN],
  ['gapSeconds', '15'],
  ['pageSize', 4],
  ['pageSize', 501],
  ['avatars', 'from elsewhere'],
  ['hold', 'some'],
  ['commenting', true],
  ['consentBox', 1],
]
test.each(wrong)('%s may not be %s', (name, value) => {
  expect(discussionShape.safeParse({ ...usualDiscussion, [name]: value }).success).toBe(false)
})
