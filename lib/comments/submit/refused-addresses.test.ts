import { beforeEach, expect, test } from 'vitest'
import { forgetRefusals, lookWhileRefused, noteRefusal, refusedFor } from './refused-addresses'

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

test('what comes while an address waits is looked up once, a few things at most, and again when that failed', async () => {
  noteRefusal('a', 15, 0)
  const asked: string[] = []
  const look = (what: string, answer = what) =>
    lookWhileRefused('a', what, async () => {
      asked.push(what)
      if (answer === 'fails') throw new Error(what)
      return answer
    })
  await expect(look('one', 'fails')).rejects.toThrow('one')
  expect(await look('one')).toBe('one')
  expect(await look('one', 'other')).toBe('one')
  expect(asked).toEqual(['one', 'one'])
  for (let number = 0; number < 1_000; number++) await look(`form ${number}`)
  expect(asked).toHaveLength(7)
  expect(look('form 999')).toBeUndefined()
  expect(await look('one')).toBe('one')
  noteRefusal('a', 15, 20_000)
  expect(await look('form 999')).toBe('form 999')
})
