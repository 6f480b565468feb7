import { expect, test } from 'vitest'
import { describeLayout, isAlone, layoutFor, thisMachine, type Layout } from './layout'

const GiB = 1024 ** 3
const apart = (webProcesses: number): Layout => ({ webProcesses, desk: 'apart' })
const inside = (webProcesses: number): Layout => ({ webProcesses, desk: 'inside' })

test.each([
  // One core gains nothing by processes, and little memory has no room for them.
  [1, 0.5, inside(1)],
  [1, 64, inside(1)],
  [2, 0.5, inside(1)],
  [2, 1, inside(1)],
  [2, 1.49, inside(1)],
  [2, 1.5, apart(1)],
  [2, 2, apart(1)],
  [2, 2.25, apart(2)],
  [2, 4, apart(2)],
  [4, 2, apart(1)],
  [4, 3, apart(3)],
  [4, 8, apart(4)],
  [64, 512, apart(4)],
])('%d cores and %d GB', (cores, memory, layout) => {
  const machine = { cores, memory: memory * GiB }
  expect(layoutFor({}, machine)).toEqual(layout)
  expect(isAlone(layout)).toBe(layout.desk === 'inside')
})

test.each([
  [{ WEB_PROCESSES: 1, DESK: 'inside' as const }, inside(1)],
  [{ WEB_PROCESSES: 8, DESK: 'inside' as const }, inside(8)],
  [{ WEB_PROCESSES: 1, DESK: 'apart' as const }, apart(1)],
  [{ WEB_PROCESSES: 8 }, apart(8)],
  [{ DESK: 'apart' as const }, apart(2)],
  [{ DESK: 'inside' as const }, inside(2)],
])('what is wished for holds: %j', (wish, layout) => {
  expect(layoutFor(wish, { cores: 2, memory: 4 * GiB })).toEqual(layout)
})

test.each([
  [{ DESK: 'apart' as const }, apart(1)],
  [{ WEB_PROCESSES: 3 }, inside(3)],
])('also on a machine that would not choose it: %j', (wish, layout) => {
  expect(layoutFor(wish, { cores: 1, memory: 0.5 * GiB })).toEqual(layout)
})

test.each([
  [
    inside(1),
    1,
    'One process for readers and the desk (1 core and 1.0 GB; WEB_PROCESSES and DESK say otherwise)',
  ],
  [
    inside(3),
    2,
    'Readers and the desk: 3 processes (2 cores and 1.0 GB; WEB_PROCESSES and DESK say otherwise)',
  ],
  [
    apart(1),
    2,
    'Readers: one process; the desk: one of its own (2 cores and 1.0 GB; WEB_PROCESSES and DESK say otherwise)',
  ],
  [
    apart(4),
    8,
    'Readers: 4 processes; the desk: one of its own (8 cores and 1.0 GB; WEB_PROCESSES and DESK say otherwise)',
  ],
])('what was chosen is said: %j', (layout, cores, line) => {
  expect(describeLayout(layout, { cores, memory: GiB })).toBe(line)
})

test('this machine has cores, and memory that is no more than it has', () => {
  const { cores, memory } = thisMachine()
  expect(Number.isInteger(cores) && cores > 0).toBe(true)
  expect(memory).toBeGreaterThan(0.1 * GiB)
  expect(memory).toBeLessThan(2 ** 50) // the limit of a container without one is written as nearly 2^63
})
