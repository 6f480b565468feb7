import { beforeEach, expect, test } from 'vitest'
import { forgetMisses, isSpent, mostMisses, noteGuess, noteMiss } from './misses'

beforeEach(() => forgetMisses())

test('a challenge is spent by three wrong answers, and others are not', () => {
  for (let time = 1; time <= mostMisses; time++) {
    expect(isSpent('one', 0)).toBe(false)
    expect(noteMiss('one', 0)).toBe(time)
  }
  expect(isSpent('one', 1_000)).toBe(true)
  expect(isSpent('two', 1_000)).toBe(false)
})

test('nobody waits for a few mistakes; who guesses and guesses does, and not for ever', () => {
  const waits = Array.from({ length: 30 }, (_, time) => noteGuess('address', time * 1_000))
  expect(waits.slice(0, 29)).toEqual(Array(29).fill(0))
  expect(waits[29]).toBe(571)
  expect(noteGuess('another', 30_000)).toBe(0)
  expect(noteGuess('address', 600_001)).toBe(0)
})

test('a flood of challenges does not fill the memory', () => {
  for (let time = 0; time < 3; time++) noteMiss('first', 0)
  for (let number = 0; number < 20_000; number++) noteMiss(`n${number}`, 0)
  expect(isSpent('first', 0)).toBe(false)
})

test('three, thirty and ten minutes: what is a mistake, and what is guessing', () => {
  expect(mostMisses).toBe(3)
  for (let time = 0; time < mostMisses; time++) noteMiss('one', 0)
  expect([isSpent('one', 30 * 60_000 - 1), isSpent('one', 30 * 60_000)]).toEqual([true, false])
  for (let time = 0; time < 29; time++) noteGuess('address', 0)
  expect(noteGuess('address', 10 * 60_000 - 1)).toBe(1)
  expect(noteGuess('address', 10 * 60_000)).toBe(0)
})

test('as many challenges are kept as nobody fills in a moment', () => {
  for (let time = 0; time < mostMisses; time++) noteMiss('first', 0)
  for (let number = 1; number < 20_000; number++) noteMiss(`n${number}`, 0)
  expect(isSpent('first', 0)).toBe(true)
  noteMiss('one more', 0)
  expect(isSpent('first', 0)).toBe(false)
})
