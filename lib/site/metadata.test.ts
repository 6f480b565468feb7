import { beforeAll, expect, test } from 'vitest'
import { setRuntime } from '@/lib/kernel/env'
import { metadataOf } from './metadata'

beforeAll(() => setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl: 'https://blog.example' }))

const page = { locale: 'en', title: 'Fog', description: 'Nine days' } as const
const english = { locale: 'en', path: '/en/chapters/fog' } as const

test('addresses are whole, and languages are those in which the page exists', () => {
  const japanese = { locale: 'ja', path: '/ja/chapters/%E9%9C%A7' } as const
  expect(metadataOf({ ...page, languages: [english, japanese] })).toEqual({
    title: 'Fog · Chapterhouse',
    description: 'Nine days',
    alternates: {
      canonical: 'https://blog.example/en/chapters/fog',
      languages: {
        en: 'https://blog.example/en/chapters/fog',
        ja: 'https://blog.example/ja/chapters/%E9%9C%A7',
      },
    },
  })
})

test('a page in one language alone names no others', () => {
  expect(metadataOf({ ...page, languages: [english] }).alternates?.languages).toBeUndefined()
})
