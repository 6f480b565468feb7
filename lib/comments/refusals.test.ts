import { beforeEach, expect, test } from 'vitest'
import { forgetRefusals, noteRefusal, refusedFor } from './refusals'

beforeEach(forgetRefusals)

test('an address is refused until its time is over, and others are not', () => {
  noteRefusal('a', 15, 1_000)
  expect([refusedFor('a', 1_000), refusedFor('a', 15_001), refusedFor('a', 16_000)]).toEqual([15, 1, 0])
  expect(refusedFor('b', 1_000)).toBe(0)
})

test('a flood of addresses does not fill the memory: the oldest are asked about again', () => {
  for (let place = 0; place < 30_000; place++) noteRefusal(`address ${place}`, 600, 0)
  expect([refusedFor('address 0', 1), refusedFor('address 9999', 1)]).toEqual([0, 0])
  expect(refusedFor('address 29999', 1)).toBe(600)
})
