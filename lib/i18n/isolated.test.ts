import { expect, test } from 'vitest'
import { isolated } from './isolated'
import { locales } from './locales'
import { say, words } from './words'

const apart = (text: string) => `\u2068${text}\u2069`

test.each(['C++', 'C++ (2)', '(Ada)', '灯台', 'Ada ليلى', '#fog!', 'Ж', 'a\u200f'])(
  '%j is set apart in an Arabic sentence',
  (name) => expect(isolated('ar', name)).toBe(apart(name)),
)

test.each(['ليلى', 'ليلى (٢)', 'שלום', 'Ada ליאור', '١٢ يوليو', 'a\u200f', '\u061c2'])(
  '%j is set apart in an English and in a Japanese sentence',
  (name) => {
    if (name.includes('١٢')) expect(isolated('ar', name)).toBe(name)
    for (const locale of ['en', 'ja'] as const) expect(isolated(locale, name)).toBe(apart(name))
  },
)

test('what runs as its sentence does stays as it is', () => {
  for (const name of ['Ada', 'C++', '灯台 (2)', '12', '…', '']) expect(isolated('en', name)).toBe(name)
  for (const name of ['ليلى', 'ليلى (٢)', '١٢', '12', '(…)', '']) expect(isolated('ar', name)).toBe(name)
})

test('nothing sticks to an address', () => {
  for (const address of [
    'https://example.org/a?b=c',
    'http://مثال.example',
    'ada@example.org',
    'ليلى@example.org',
  ])
    for (const locale of locales) expect(isolated(locale, address)).toBe(address)
})

test('what is set apart already is so once', () => {
  expect(isolated('ar', apart('C++'))).toBe(apart('C++'))
})

test('sentences set their values apart by themselves', () => {
  const tagged = (locale: 'en' | 'ar', tag: string) => say(locale, words(locale).reading.tags.tagged, { tag })
  expect(tagged('ar', 'C++')).toContain(apart('C++'))
  expect(tagged('ar', 'منارة')).not.toMatch(/[\u2068\u2069]/)
  expect(tagged('en', 'C++')).not.toMatch(/[\u2068\u2069]/)
  expect(tagged('en', 'منارة')).toContain(apart('منارة'))
  expect(say('ar', '{count, number} من {all}', { count: 3, all: 'x' })).toContain('٣')
})
