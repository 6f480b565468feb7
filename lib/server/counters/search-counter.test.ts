import { expect, test } from 'vitest'
import type { Searched } from '@/lib/chapters/counts/countable-search'
import { fewest, SearchCounter } from './search-counter'

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

function aCounter() {
  const stored: Searched[] = []
  const state = { now: 0, broken: false }
  const counter = new SearchCounter(
    async (searched) => {
      if (state.broken) throw new Error('no database')
      stored.push(...searched)
    },
    () => state.now,
  )
  const from = (count: number, q: string, first = 0) => {
    for (let reader = first; reader < first + count; reader++)
      counter.note(`192.0.2.${reader}`, browser, 'en', q)
  }
  return { counter, stored, state, from }
}
const lamp = { locale: 'en', words: 'lamp' }

test('words leave the memory once several readers have searched for them, however they write them', async () => {
  const { counter, stored, from } = aCounter()
  from(fewest - 1, 'lamp')
  for (let time = 0; time < 100; time++) from(1, ' LAMP ')
  counter.note('2001:db8::1', browser, 'ja', 'lamp')
  counter.note('2001:db8::2', browser, 'ja', 'lamp')
  counter.note('2001:db8::3', browser, 'ja', 'lamp')
  await counter.flush()
  expect(stored).toEqual([])
  from(1, '"Lamp"', 100)
  await counter.flush()
  await counter.flush()
  from(2, 'lamp', 200)
  await counter.flush()
  expect(stored).toEqual([
    { ...lamp, searches: fewest },
    { ...lamp, searches: 2 },
  ])
})

test('a new week knows nobody, and nothing of what few readers searched for', async () => {
  const { counter, stored, state, from } = aCounter()
  from(fewest - 1, 'lamp')
  state.now = 7 * 86_400_000
  from(1, 'lamp', 50)
  await counter.flush()
  expect(stored).toEqual([])
})

test('one reader can add only so much, robots and addresses add nothing', async () => {
  const { counter, stored, from } = aCounter()
  for (let word = 0; word < 100; word++) from(fewest, `word ${'x'.repeat(word % 50)} ${word % 7}`)
  from(fewest, 'ada@example.org')
  for (let reader = 0; reader < 9; reader++)
    counter.note(`198.51.100.${reader}`, 'Googlebot/2.1', 'en', 'fog')
  await counter.flush()
  expect(stored).toHaveLength(30)
})

test('what could not be stored is stored the next time', async () => {
  const { counter, stored, state, from } = aCounter()
  from(fewest, 'lamp')
  state.broken = true
  await counter.flush()
  state.broken = false
  await counter.flush()
  expect(stored).toEqual([{ ...lamp, searches: fewest }])
})
