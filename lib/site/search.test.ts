import { beforeAll, describe, expect, test } from 'vitest'
import { setRuntime } from '@/lib/kernel/env'
import { searchInLanguages, searchMetadata } from './search'

const siteUrl = 'https://blog.example'
beforeAll(() => setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl }))

describe('a search in other languages', () => {
  test('has the same words and series', () =>
    expect(searchInLanguages('en', { q: 'a b', series: 'the-light', page: 1 })).toEqual([
      { locale: 'en', path: '/en/search?q=a+b&series=the-light' },
      { locale: 'ja', path: '/ja/search?q=a+b&series=the-light', instead: false },
      { locale: 'ar', path: '/ar/search?q=a+b&series=the-light', instead: false },
    ]))

  test.each([
    [{ tag: 'sea', page: 1 }, '&tag=sea'],
    [{ page: 2 }, '&page=2'],
  ])('begins anew where it stands for something that is not there: %j', (more, here) =>
    expect(searchInLanguages('ja', { q: 'x', ...more })).toEqual([
      { locale: 'en', path: '/en/search?q=x', instead: true },
      { locale: 'ja', path: `/ja/search?q=x${here}` },
      { locale: 'ar', path: '/ar/search?q=x', instead: true },
    ]),
  )
})

test('the page to search from may be found, and is the same in every language', () =>
  expect(searchMetadata('en', { q: '', page: 1 })).toMatchObject({
    title: 'Search · Chapterhouse',
    description: 'Search all chapters.',
    alternates: {
      canonical: `${siteUrl}/en/search`,
      languages: { en: `${siteUrl}/en/search`, ja: `${siteUrl}/ja/search`, ar: `${siteUrl}/ar/search` },
    },
  }))

test('what a search finds is named by its words, and is not to be found by others', () => {
  expect(searchMetadata('en', { q: '', page: 1 })).not.toHaveProperty('robots')
  expect(searchMetadata('en', { q: 'lamp', page: 1 })).toMatchObject({
    title: 'Search for “lamp” · Chapterhouse',
    robots: 'noindex, follow',
  })
})
