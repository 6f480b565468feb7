import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isWork } from './work'

const bitsOf = (text: string) => createHash('sha256').update(text).digest().readUInt16BE(0)
const firstBits = (number: string) => bitsOf(`token ${number}`)
const places = Array.from({ length: 100_000 }, (_, place) => place)

// Found by trying: their hashes begin with 0, 15 and 16, as sixteen bits.
test.each([
  ['27291', 0, true],
  ['66336', 15, true],
  ['137402', 16, false],
])('a hash that begins with twelve zero bits is work: %s, %i', (number, bits, expected) => {
  expect(firstBits(number)).toBe(bits)
  expect(isWork('token', number)).toBe(expected)
  // Work on one challenge is none on another.
  expect(isWork('another token', number)).toBe(false)
})

test('about one number in four thousand is', () => {
  const found = places.filter((place) => isWork('token', String(place)))
  expect(found.length).toBeGreaterThan(10)
  expect(found.length).toBeLessThan(50)
})

test.each<[string, (place: number) => string]>([
  ['with a blank before it', (place) => ` ${place}`],
  ['with a line break behind it', (place) => `${place}\n`],
  ['with a sign', (place) => `-${place}`],
  ['with a fraction', (place) => `${place}.5`],
  ['of ten digits', (place) => String(1_000_000_000 + place)],
])('a number %s is none, whatever its hash', (_how, written) => {
  const number = places.map(written).find((text) => firstBits(text) < 16)!
  expect(isWork('token', number)).toBe(false)
})

test('nothing is no number', () => {
  const token = places.map((place) => `token ${place}`).find((text) => bitsOf(`${text} `) < 16)!
  expect(isWork(token, '')).toBe(false)
})
