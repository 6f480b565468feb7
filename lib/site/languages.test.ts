import { expect, test } from 'vitest'
import { olderPath, homePath } from '@/lib/i18n/paths'
import { pageInLanguages } from './languages'

const lists = [
  { locale: 'en', pages: 3 },
  { locale: 'ja', pages: 1 },
  { locale: 'ar', pages: 0 },
] as const
const path = (locale: 'en' | 'ja' | 'ar', page?: number) =>
  page ? olderPath(locale, page) : homePath(locale)

test('a numbered page leads to the same number in another language, or to the beginning there', () => {
  expect(pageInLanguages(1, [...lists], path)).toEqual([
    { locale: 'en', path: '/en/page/1' },
    { locale: 'ja', path: '/ja/page/1' },
    { locale: 'ar', path: '/ar', instead: true },
  ])
  expect(pageInLanguages(2, [...lists], path)).toEqual([
    { locale: 'en', path: '/en/page/2' },
    { locale: 'ja', path: '/ja', instead: true },
    { locale: 'ar', path: '/ar', instead: true },
  ])
  expect(pageInLanguages(undefined, [...lists], path)).toEqual([
    { locale: 'en', path: '/en' },
    { locale: 'ja', path: '/ja' },
    { locale: 'ar', path: '/ar' },
  ])
})
