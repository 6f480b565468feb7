import { beforeAll, expect, test } from 'vitest'
import { setRuntime } from '@/lib/kernel/env'
import { templateNames } from '@/lib/kernel/testing/template-names'
import { metadataOf } from './metadata'

beforeAll(() => setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl: 'https://blog.example' }))

const page = { locale: 'en', title: 'Fog', description: 'Nine days' } as const
const english = { locale: 'en', path: '/en/chapters/fog' } as const
const japanese = { locale: 'ja', path: '/ja/chapters/%E9%9C%A7' } as const

test('addresses are whole, and languages are those in which the page exists', () => {
  const metadata = metadataOf({ ...page, languages: [english, japanese] })
  expect(metadata).toMatchObject({
    title: 'Fog · Chapterhouse',
    description: 'Nine days',
    alternates: {
      canonical: 'https://blog.example/en/chapters/fog',
      languages: {
        en: 'https://blog.example/en/chapters/fog',
        ja: 'https://blog.example/ja/chapters/%E9%9C%A7',
      },
    },
    openGraph: { url: 'https://blog.example/en/chapters/fog', type: 'website', alternateLocale: ['ja_JP'] },
  })
  expect(metadata.robots).toBeUndefined()
})

test('an address that answers in the reader’s language is named for all others', () => {
  const { alternates } = metadataOf({ ...page, languages: [english, japanese], negotiated: '/' })
  expect(alternates?.languages).toMatchObject({
    'x-default': 'https://blog.example/',
    en: expect.any(String),
  })
  expect(metadataOf({ ...page, languages: [english, japanese] }).alternates?.languages).not.toHaveProperty(
    'x-default',
  )
})

test('a card of something else says what stands on it', () => {
  const { openGraph } = metadataOf({
    ...page,
    languages: [english],
    card: '/media/x.png',
    cardSays: 'The tide',
  })
  expect(openGraph?.images).toMatchObject([{ url: 'https://blog.example/media/x.png', alt: 'The tide' }])
})

test('a page in one language alone names no others', () => {
  expect(metadataOf({ ...page, languages: [english] }).alternates?.languages).toBeUndefined()
})

test('what stands instead of a page in another language is not its translation', () => {
  const instead = { locale: 'ja', path: '/ja', instead: true } as const
  const { alternates, openGraph } = metadataOf({ ...page, languages: [english, instead] })
  expect([alternates?.languages, openGraph]).toMatchObject([undefined, { alternateLocale: [] }])
})

test('a page names the feeds of its language and its own, in three formats', () => {
  const feeds = [{ title: 'Comments', folder: '/feeds/en/chapters/fog' }]
  expect(metadataOf({ ...page, feeds, languages: [english] }).alternates?.types).toMatchObject({
    'application/rss+xml': [{ title: 'Chapterhouse', url: 'https://blog.example/feeds/en/rss.xml' }],
    'application/atom+xml': [
      { title: 'Chapterhouse', url: 'https://blog.example/feeds/en/atom.xml' },
      { title: 'Comments', url: 'https://blog.example/feeds/en/chapters/fog/atom.xml' },
    ],
    'application/feed+json': [{ url: 'https://blog.example/feeds/en/feed.json' }],
  })
})

test('a chapter says when it was published, and a search asks not to be found', () => {
  const times = { published: new Date('2019-01-14'), changed: new Date('2020-01-01') }
  const article = { ...times, series: 'The light', tags: ['fog'] }
  expect(metadataOf({ ...page, article, languages: [english] }).openGraph).toMatchObject({
    type: 'article',
    publishedTime: '2019-01-14T00:00:00.000Z',
    section: 'The light',
    tags: ['fog'],
  })
  expect(metadataOf({ ...page, passing: true, languages: [english] }).robots).toBe('noindex, follow')
})

test('a page is its own in its own language, whichever comes first', () => {
  const { alternates, openGraph } = metadataOf({ ...page, locale: 'ja', languages: [english, japanese] })
  const canonical = 'https://blog.example/ja/chapters/%E9%9C%A7'
  expect([alternates?.canonical, openGraph?.url]).toEqual([canonical, canonical])
  expect(openGraph).toMatchObject({ locale: 'ja_JP', alternateLocale: ['en_GB'] })
})

test('a page without feeds of its own names those of its language alone', () =>
  expect(metadataOf({ ...page, languages: [english] }).alternates?.types).toEqual({
    'application/rss+xml': [{ title: 'Chapterhouse', url: 'https://blog.example/feeds/en/rss.xml' }],
    'application/atom+xml': [{ title: 'Chapterhouse', url: 'https://blog.example/feeds/en/atom.xml' }],
    'application/feed+json': [{ title: 'Chapterhouse', url: 'https://blog.example/feeds/en/feed.json' }],
  }))

test('a page is shown large where it has a card', () => {
  const { twitter, openGraph } = metadataOf({ ...page, languages: [english], card: '/media/x.png' })
  expect(twitter).toEqual({ card: 'summary_large_image' })
  expect(openGraph?.images).toMatchObject([{ width: 1_200, height: 630, alt: 'Fog' }])
  const plain = metadataOf({ ...page, languages: [english] })
  expect(plain.twitter).toEqual({ card: 'summary' })
  expect(plain.openGraph).not.toHaveProperty('images')
})

test.each(templateNames)('a page called %j is called so', (name) => {
  const article = { published: new Date(0), changed: new Date(0), series: name, tags: [name] }
  const facts = { locale: 'en' as const, title: name, description: name, languages: [english] }
  expect(metadataOf({ ...facts, article, card: '/media/x.png' })).toMatchObject({
    title: `${name} · Chapterhouse`,
    description: name,
    openGraph: { title: name, description: name, section: name, tags: [name], images: [{ alt: name }] },
  })
})
