import { expect, test, vi } from 'vitest'
import type { Waiter } from './types'
import { Lookups } from './lookups'

function someLookups() {
  const clock = { now: 0 }
  let isRendering = false
  const lookups = new Lookups(
    () => isRendering,
    () => clock.now,
  )
  lookups.keep = 'heard'
  const asked: string[] = []
  const going: (() => void)[] = []
  let hold = false
  const get = (key: string, { tag = 'lists', ...wish }: Partial<Waiter> & { tag?: string } = {}) =>
    lookups.get(key, tag, { address: key, rank: 'known', ...wish }, async () => {
      asked.push(key)
      const count = asked.length
      if (hold) await new Promise<void>((resolve) => going.push(resolve))
      return { key, count }
    })
  return {
    lookups,
    clock,
    asked,
    get,
    going,
    holdBack: (on: boolean) => (hold = on),
    render: (on: boolean) => (isRendering = on),
  }
}

test('a fact is read once for all who ask, and kept until something of its tag changes', async () => {
  const { lookups, asked, get } = someLookups()
  const all = await Promise.all(Array.from({ length: 50 }, (_, place) => get('a', { address: `${place}` })))
  expect(new Set(all).size).toBe(1)
  await get('b', { tag: 'chapter:1' })
  lookups.changed(['chapter:2', 'series:x'])
  await get('a')
  await get('b')
  expect(asked).toEqual(['a', 'b'])
  lookups.changed(['chapter:1'])
  await get('a')
  await get('b')
  expect(asked).toEqual(['a', 'b', 'b'])
  lookups.changed(['site'])
  await get('a')
  await get('b')
  expect(asked).toEqual(['a', 'b', 'b', 'a', 'b'])
})

test('what was read before a change is neither kept nor given to those who ask after it', async () => {
  const { lookups, asked, get, going, holdBack } = someLookups()
  holdBack(true)
  const before = get('a')
  await vi.waitFor(() => expect(going).toHaveLength(1))
  lookups.changed(['lists'])
  const after = get('a')
  await vi.waitFor(() => expect(going).toHaveLength(2))
  for (const go of going.splice(0)) go()
  expect([(await before)?.count, (await after)?.count]).toEqual([1, 2])
  expect((await get('a'))?.count).toBe(2)
  expect(asked).toHaveLength(2)
})

test('while changes cannot be heard a fact is kept for half a second; while pages are developed not at all', async () => {
  const { lookups, clock, asked, get } = someLookups()
  lookups.keep = 'unheard'
  for (clock.now of [0, 499, 500]) await get('a')
  expect(asked).toHaveLength(2)
  lookups.keep = 'none'
  await get('b')
  await get('b')
  expect(asked).toHaveLength(4)
})

test('memory is bounded, whatever strangers ask for', async () => {
  const { lookups, asked, get } = someLookups()
  for (let place = 0; place < 5_100; place++) await get(`${place}`)
  expect(lookups.size.facts).toBe(5_000)
  asked.length = 0
  await get('5099')
  await get('0')
  expect(asked).toEqual(['0'])
})

test('a flood of one address holds up nobody else, and is turned away beyond its share', async () => {
  const { lookups, asked, get, going, holdBack } = someLookups()
  holdBack(true)
  const flood = Array.from({ length: 500 }, (_, place) => get(`flood ${place}`, { address: 'flood' }))
  const reader = get('reader')
  await vi.waitFor(() => expect(going).toHaveLength(3))
  expect(asked).toEqual(['flood 0', 'flood 1', 'reader'])
  expect(lookups.size.waiting).toEqual({ running: 3, known: 200, unknown: 0 })
  holdBack(false)
  for (const go of going.splice(0)) go()
  expect(await reader).toMatchObject({ key: 'reader' })
  const answers = await Promise.all(flood)
  expect(answers.filter(Boolean)).toHaveLength(202)
  expect(lookups.size.waiting).toEqual({ running: 0, known: 0, unknown: 0 })
})

test('a database that does not answer is asked again by the next', async () => {
  const { lookups } = someLookups()
  const waiter = { address: 'a', rank: 'known' } as const
  const fails = () => lookups.get('a', 'lists', waiter, () => Promise.reject(new Error('away')))
  await expect(fails()).rejects.toThrow('away')
  expect(await lookups.get('a', 'lists', waiter, async () => 7)).toBe(7)
})

test('while a page is rendered one is asked for at a time, and a newcomer before who has been served', async () => {
  const { lookups, asked, get, going, holdBack, render } = someLookups()
  holdBack(true)
  render(true)
  const flood = [1, 2, 3].map((place) => get(`flood ${place}`, { address: 'flood' }))
  const reader = get('reader')
  const next = async () => {
    await vi.waitFor(() => expect(going).toHaveLength(1))
    going.pop()!()
  }
  await next()
  await next()
  expect((await reader)?.key).toBe('reader')
  expect(asked.slice(0, 2)).toEqual(['flood 1', 'reader'])
  await vi.waitFor(() => expect(asked).toHaveLength(3))
  expect(lookups.size.waiting).toEqual({ running: 1, known: 1, unknown: 0 })
  render(false)
  holdBack(false)
  going.pop()!()
  await Promise.all(flood)
})
