import { expect, test } from 'vitest'
import { aBreaker } from './breaker'

const limits = { failures: 3, pauseMs: 1_000, tryMs: 100 }

test('it pauses after failures in a row, tries once, and goes on when that worked', () => {
  const breaker = aBreaker(limits)
  breaker.note(false, 0)
  breaker.note(false, 0)
  breaker.note(true, 0)
  breaker.note(false, 0)
  breaker.note(false, 0)
  expect(breaker.pause(0)).toBe(0)
  breaker.note(false, 0)
  expect([breaker.pause(0), breaker.pause(999)]).toEqual([1_000, 1])
  expect([breaker.pause(1_000), breaker.pause(1_000)]).toEqual([0, 100])
  breaker.note(true, 1_050)
  expect([breaker.pause(1_050), breaker.pause(1_050)]).toEqual([0, 0])
})

test('a try that fails begins another pause, and one that is never heard of again does not end the trying', () => {
  const breaker = aBreaker(limits)
  for (let time = 0; time < 3; time++) breaker.note(false, 0)
  expect(breaker.pause(1_000)).toBe(0)
  breaker.note(false, 1_050)
  expect(breaker.pause(1_100)).toBe(950)
  expect([breaker.pause(2_050), breaker.pause(2_060), breaker.pause(2_150)]).toEqual([0, 90, 0])
})

test('one answer that says when to come again begins a pause of that length', () => {
  const breaker = aBreaker(limits)
  breaker.note(false, 0, 60_000)
  expect([breaker.pause(1), breaker.pause(59_999), breaker.pause(60_000)]).toEqual([59_999, 1, 0])
  breaker.note(true, 60_100)
  expect(breaker.pause(60_100)).toBe(0)
})

test('of the checker: five failures in a row, half a minute of rest, and six seconds for one try', () => {
  const breaker = aBreaker()
  for (let time = 0; time < 4; time++) breaker.note(false, 0)
  expect(breaker.pause(0)).toBe(0)
  breaker.note(false, 0)
  expect([breaker.pause(0), breaker.pause(29_999)]).toEqual([30_000, 1])
  expect([breaker.pause(30_000), breaker.pause(30_000), breaker.pause(36_000)]).toEqual([0, 6_000, 0])
})

test('an answer that asks for less than the usual pause gets the usual pause', () => {
  const breaker = aBreaker(limits)
  breaker.note(false, 0, 10)
  expect(breaker.pause(0)).toBe(1_000)
})
