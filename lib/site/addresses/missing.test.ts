import { expect, test } from 'vitest'
import { localeOf, localeOrMissing } from './locale'
import { numberIn } from './number-in'
import { numberOrMissing, pageOrMissing } from './numbers'

const isMissing = (read: () => unknown) => {
  try {
    read()
    return false
  } catch (error) {
    return /404|NOT_FOUND/.test((error as { digest?: string }).digest ?? '')
  }
}

test('a path of no language is no page, and is spoken to in the first language', () => {
  expect([localeOrMissing('ja'), localeOf('ja')]).toEqual(['ja', 'ja'])
  expect([isMissing(() => localeOrMissing('xx')), localeOf('xx')]).toEqual([true, 'en'])
})

test.each([
  ['1', {}, 1],
  ['1000000', {}, 1_000_000],
  ['1000001', {}, undefined],
  ['0', {}, undefined],
  ['0', { from: 0 }, 0],
  ['7', { from: 8 }, undefined],
  ['8', { from: 8, to: 8 }, 8],
  ['9', { from: 8, to: 8 }, undefined],
  ['02', { places: 2 }, 2],
  ['2', { places: 2 }, undefined],
  ['002', { places: 2 }, undefined],
  ['02', {}, undefined],
  ['1.5', {}, undefined],
  ['-1', { from: -5 }, -1],
  [' 1', {}, undefined],
  ['', { from: 0 }, undefined],
  ['NaN', {}, undefined],
  ['Infinity', { to: Infinity }, undefined],
  [undefined, {}, undefined],
])('%j as a number of an address, %j: %j', (text, bounds, number) => {
  expect(numberIn(text, bounds)).toBe(number)
  if (number === undefined) expect(isMissing(() => numberOrMissing(text, bounds))).toBe(true)
  else expect(numberOrMissing(text, bounds)).toBe(number)
})

test.each<[string[] | undefined, number | undefined]>([
  [undefined, undefined],
  [[], undefined],
  [['page', '3'], 3],
  [['page', '1'], 1],
])('the page of a list at %j: %j', (rest, page) => expect(pageOrMissing(rest)).toBe(page))

test.each([[['page']], [['page', '0']], [['page', '3', '4']], [['paper', '3']], [['page', 'x']]])(
  'there is none at %j',
  (rest) => expect(isMissing(() => pageOrMissing(rest))).toBe(true),
)

test('a list that begins without a number has no first one', () => {
  expect(isMissing(() => pageOrMissing(['page', '1'], { from: 2 }))).toBe(true)
  expect(pageOrMissing(['page', '2'], { from: 2 })).toBe(2)
})
