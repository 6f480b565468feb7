import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlug, shownSource, slugify, webAddressIn } from './rules'

test('a slug is made of the letters of any script', () => {
  expect(slugify('Rain over the Harbour!')).toBe('rain-over-the-harbour')
  expect(slugify("Don't go")).toBe('dont-go')
  expect(slugify('港の雨・第１章')).toBe('港の雨-第1章')
  expect(slugify('مطر فوق الميناء')).toBe('مطر-فوق-الميناء')
  expect(slugify('हिन्दी पाठ')).toBe('हिन्दी-पाठ')
  expect(slugify('🌧️')).toBeUndefined()
  expect(slugify('_')).toBeUndefined()
  expect(slugify('ㅤ ㅤ')).toBeUndefined()
})

test('whatever the title, a slug is a slug or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const slug = slugify(title)
      if (slug !== undefined) {
        expect(isSlug(slug)).toBe(true)
        expect(slug).toMatch(/^[^\s/?#%]{1,200}$/)
      }
    }),
  )
})

test('an address is shown in its own letters, and what is no address as it is', () => {
  expect(shownSource('https://ja.wikipedia.org/wiki/%E7%81%AF%E5%8F%B0')).toBe(
    'https://ja.wikipedia.org/wiki/灯台',
  )
  expect(shownSource('100%25, https://example.org/%E7%81%AF')).toBe('100%25, https://example.org/%E7%81%AF')
})

test('a source is an address in the web when the whole of it is one', () => {
  expect(webAddressIn('https://example.org/a?b=c')).toBe('https://example.org/a?b=c')
  expect(webAddressIn('HTTP://example.org')).toBe('http://example.org/')
  expect(webAddressIn('www.example.org/灯台')).toBe('https://www.example.org/%E7%81%AF%E5%8F%B0')
  for (const none of [
    'Letters, 1931',
    'see https://example.org',
    'https://example.org, 1931',
    'https://',
    'https:///x',
    'https://ada:secret@example.org',
    'https://example.org/\u202ea',
  ])
    expect(webAddressIn(none), none).toBeUndefined()
  for (const none of ['javascript:alert(1)', 'ftp://example.org', 'https://[x', '', null])
    expect(webAddressIn(none), none ?? 'nothing').toBeUndefined()
})
