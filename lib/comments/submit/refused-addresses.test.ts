import { beforeEach, expect, test } from 'vitest'
import { forgetRefusals, lookWhileRefused, noteRefusal, refusedFor } from './refused-addresses'

beforeEach(forgetRefusals)

test('an address is refused until its time is over, and others are not', () => {
  noteRefusal('a', 15, 1_000)
  expect([refusedFor('a', 1_000), refusedFor('a', 15_001), refusedFor('a', 16_000)]).toEqual([15, 1, 0])
  expect(refusedFor('b', 1_000)).toBe(0)
  noteRefusal('c', 15, 1_000)
  expect(refusedFor('c', 20_000)).toBe(0)
})

test('twenty thousand addresses are kept, and of more those that were refused last', () => {
  for (let place = 0; place < 20_000; place++) noteRefusal(`address ${place}`, 600, 0)
  expect(refusedFor('address 0', 1)).toBe(600)
  noteRefusal('address 0', 600, 0)
  noteRefusal('one more', 600, 0)
  expect([refusedFor('address 0', 1), refusedFor('address 1', 1)]).toEqual([600, 0])
})

test('what comes from an address that does not wait, or not any more, is looked up each time', async () => {
  const asked: string[] = []
  const look = (address: string) => lookWhileRefused(address, 'one', async () => asked.push(address))
  for (let time = 0; time < 3; time++) await look('nobody')
  noteRefusal('a', 15, 0)
  for (let time = 0; time < 3; time++) await look('a')
  expect(refusedFor('a', 15_000)).toBe(0)
  for (let time = 0; time < 2; time++) await look('a')
  expect(asked).toEqual(['nobody', 'nobody', 'nobody', 'a', 'a', 'a'])
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
