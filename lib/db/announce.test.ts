import { expect, test } from 'vitest'
import { payloadsOf } from './announce'

const tags = (count: number) =>
  Array.from({ length: count }, (_, place) => `chapter:${String(place).padStart(36, '0')}`)

test.each([
  [0, 0],
  [1, 1],
  [80, 1],
  [250, 3],
  [1_700, 20],
])('%i tags go out in %i payloads, each short enough and none lost', (count, payloads) => {
  const made = payloadsOf(tags(count))
  expect(made).toHaveLength(payloads)
  expect(made.every((one) => one.length <= 4_000)).toBe(true)
  expect(made.flatMap((one) => one.split(' '))).toEqual(tags(count))
})

test('what touches too many pages to be named touches all', () =>
  expect(payloadsOf(tags(2_000))).toEqual(['site']))
