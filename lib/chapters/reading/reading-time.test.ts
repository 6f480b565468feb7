import { expect, test } from 'vitest'
import { readingMinutes } from './reading-time'

test('words are counted in English and Arabic, characters in Japanese', () => {
  expect(readingMinutes('en', 'word '.repeat(714))).toBe(3)
  expect(readingMinutes('ar', 'كلمة '.repeat(543))).toBe(3)
  expect(readingMinutes('ja', '灯'.repeat(1_500))).toBe(3)
})

test('even nothing takes a minute', () => expect(readingMinutes('en', '')).toBe(1))
