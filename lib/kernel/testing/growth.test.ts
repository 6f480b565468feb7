import { describe, expect, test } from 'vitest'
import { growth, linear } from './growth'

const quadratic: [string, (size: number) => unknown][] = [
  ['an expression that begins anew at each blank', (size) => `a${' '.repeat(size)}b`.replace(/\s+$/, '')],
  ['marks put in their order', (size) => `a${'\u0301\u0323'.repeat(size / 2)}`.normalize('NFC')],
  [
    'a list searched for each item',
    (size) => {
      const list = Array.from({ length: size / 2 }, (_, place) => place)
      return list.filter((place) => !list.includes(-1 - place))
    },
  ],
]
describe('what is quadratic is more than linear', () => {
  test.each(quadratic)('%s', (_name, work) =>
    expect(growth((size) => void work(size), 16_384)).toBeGreaterThan(linear),
  )
})

// Many small objects in one array, which becomes too large for a page of the heap on the way.
test('what is linear is not, with a step in it', () =>
  expect(growth((size) => void '>'.repeat(size).replace(/>/g, () => '&gt;'), 65_536)).toBeLessThan(linear))
