import { expect, test } from 'vitest'
import { ReadCounter } from './read-counter'

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

function aCounter() {
  const stored: [string, number][][] = []
  const state = { now: 0, broken: false }
  const counter = new ReadCounter(
    async (counts) => {
      if (state.broken) throw new Error('no database')
      stored.push([...counts])
    },
    () => state.now,
  )
  return { counter, stored, state }
}

test('a reader counts once a day for a chapter, however often the script says so', async () => {
  const { counter, stored, state } = aCounter()
  for (let time = 0; time < 100; time++) counter.note('192.0.2.1', browser, 'a')
  counter.note('192.0.2.2', browser, 'a')
  counter.note('192.0.2.1', browser, 'b')
  await counter.flush()
  state.now = 86_400_000
  counter.note('192.0.2.1', browser, 'a')
  await counter.flush()
  await counter.flush()
  expect(stored).toEqual([
    [
      ['a', 2],
      ['b', 1],
    ],
    [['a', 1]],
  ])
})

test('a whole IPv6 customer is one reader, and one reader can add only so much', async () => {
  const { counter, stored } = aCounter()
  counter.note('2001:db8::1', browser, 'a')
  counter.note('2001:db8::2', browser, 'a')
  for (let chapter = 0; chapter < 1_000; chapter++) counter.note('192.0.2.1', browser, `${chapter}`)
  await counter.flush()
  expect(stored[0]).toHaveLength(101)
  expect(stored[0]![0]).toEqual(['a', 1])
})

test('robots are left out', async () => {
  const { counter, stored } = aCounter()
  for (const robot of [
    '',
    'Mozilla/5.0 (compatible; Googlebot/2.1)',
    'HeadlessChrome/140',
    'curl/8',
    'Chrome-Lighthouse',
  ])
    counter.note('192.0.2.1', robot, 'a')
  await counter.flush()
  expect(stored).toEqual([])
})

test('what could not be stored is stored the next time', async () => {
  const { counter, stored, state } = aCounter()
  counter.note('192.0.2.1', browser, 'a')
  state.broken = true
  await counter.flush()
  counter.note('192.0.2.2', browser, 'a')
  state.broken = false
  await counter.flush()
  expect(stored).toEqual([[['a', 2]]])
})
