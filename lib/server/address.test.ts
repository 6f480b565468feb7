import { expect, test } from 'vitest'
import { pathInside, readAddress } from './address'

test.each([
  ['/', { kind: 'root' }],
  ['/?utm_source=x', { kind: 'root' }],
  ['/en', { kind: 'page', locale: 'en', path: '/en' }],
  ['/en?utm_source=x', { kind: 'page', locale: 'en', path: '/en' }],
  ['/ja/chapters/灯台', { kind: 'page', locale: 'ja', path: '/ja/chapters/%E7%81%AF%E5%8F%B0' }],
  ['/ja/chapters/%e7%81%af', { kind: 'page', locale: 'ja', path: '/ja/chapters/%E7%81%AF' }],
  [
    '/en/chapters/a?posted=pending',
    { kind: 'page', locale: 'en', path: '/en/chapters/a', form: { received: 'pending' } },
  ],
  [
    '/en/chapters/a?reply=01A208AF-3488-74c4-9140-a2d8a403899e',
    {
      kind: 'page',
      locale: 'en',
      path: '/en/chapters/a',
      form: { replyTo: '01a208af-3488-74c4-9140-a2d8a403899e' },
    },
  ],
  ['/en/chapters/a?reply=1', { kind: 'page', locale: 'en', path: '/en/chapters/a' }],
  ['/en/chapters/a/', { kind: 'moved', to: '/en/chapters/a' }],
  ['/en/chapters/a/comments', { kind: 'comments', locale: 'en', slug: 'a' }],
  ['/en/chapters/a/comments/b', { kind: 'page', locale: 'en', path: '/en/chapters/a/comments/b' }],
  ['/en/privacy.rsc', { kind: 'page', locale: 'en', path: '/en/-' }],
  ['/en/chapters/a/_tree.segment.rsc', { kind: 'page', locale: 'en', path: '/en/-' }],
  ['/xx/chapters/a', { kind: 'unknown' }],
  ['/wp-login.php', { kind: 'unknown' }],
  ['/desk/queue?status=spam', { kind: 'application', isPage: true }],
  ['/deskside', { kind: 'unknown' }],
  ['/sign-in', { kind: 'application', isPage: true }],
  ['/api/auth/session', { kind: 'application', isPage: false }],
  ['/api/health', { kind: 'health' }],
  ['/_next/image?url=http://127.0.0.1/', { kind: 'unknown' }],
  ['/_next/static/chunks/a.js', { kind: 'file', path: '/_next/static/chunks/a.js' }],
  ['/en/%00', { kind: 'unreadable' }],
  ['/en/%zz', { kind: 'unreadable' }],
  ['/en/%ff', { kind: 'unreadable' }],
  ['/en/../desk', { kind: 'unreadable' }],
  ['/en/%2e%2e/desk', { kind: 'unreadable' }],
  ['/en/a%2fb', { kind: 'unreadable' }],
  ['http://127.0.0.1:1/', { kind: 'root' }],
  ['http://example.org/en?x=1', { kind: 'page', locale: 'en', path: '/en' }],
  ['ftp://example.org/en', { kind: 'unreadable' }],
  ['//en', { kind: 'moved', to: '/en' }],
  ['/en//chapters/a', { kind: 'moved', to: '/en/chapters/a' }],
  ['/en/most-read/30', { kind: 'moved', to: '/en/most-read' }],
  ['/en/most-read/30/sea', { kind: 'page', locale: 'en', path: '/en/most-read/30/sea' }],
  ['/favicon.ico', { kind: 'moved', to: '/favicon.svg' }],
  [`/en/${'a'.repeat(5000)}`, { kind: 'unreadable' }],
])('%s', (url, asked) => expect(readAddress(url)).toEqual(asked))

const pathIn = (url: string) => (readAddress(url) as { path: string }).path

test('a search is a page with its words, always written the same way; other pages have no query', () => {
  expect(pathIn('/en/search?x=1&q=%20lamp%20%20light&page=01')).toBe('/en/search?q=lamp+light')
  expect(pathIn('/ja/search?tag=%E6%B5%B7&q=%E7%81%AF%E5%8F%B0&page=3')).toBe(
    '/ja/search?q=%E7%81%AF%E5%8F%B0&tag=%E6%B5%B7&page=3',
  )
  for (const nothing of ['', '?q=', '?q=%00', '?q=%E3%80%80', '?page=2', '?tag=a'])
    expect(pathIn(`/en/search${nothing}`)).toBe('/en/search')
  expect(pathIn(`/en/search?q=${'a'.repeat(3_000)}&page=999`)).toBe(`/en/search?q=${'a'.repeat(100)}&page=20`)
  expect(pathIn('/en/search?q=a&page=99999999999')).toBe('/en/search?q=a&page=20')
  expect(pathIn('/en/tags/x?q=1')).toBe('/en/tags/x')
})

test('a search form leads to the address of its search, in the language that was chosen', () => {
  const leads = (url: string) => readAddress(url) as { kind: string; to: string }
  const empty = 'series=&tag=&language='
  expect(leads(`/en/search?q=lamp&${empty}en`)).toEqual({ kind: 'moved', to: '/en/search?q=lamp' })
  expect(leads('/en/search?q=lamp+light&series=x&tag=y&language=en')).toEqual({
    ...{ kind: 'moved', to: '/en/search?q=lamp+light&series=x&tag=y' },
  })
  expect(leads('/en/search?q=%E7%81%AF&series=x&tag=y&language=ja')).toEqual({
    ...{ kind: 'moved', to: '/ja/search?q=%E7%81%AF&series=x' },
  })
  expect(leads(`/ar/search?q=&${empty}javascript:`).to).toBe('/ar/search')
  for (const q of ['a', ' a\u0000b ', '"><x>', '😀'.repeat(300), '%', '\ud800']) {
    const { to } = leads(`/en/search?q=${encodeURIComponent(q.toWellFormed())}&${empty}`)
    expect(pathIn(to), `${q} is led on once only`).toBe(to)
  }
})

test('rooms that only the server asks for are no pages', () => {
  for (const url of ['/en/search/cT1sYW1w', '/en/missing', '/en/missing/x', '/ja/gone'])
    expect(pathIn(url)).toMatch(/^\/(en|ja)\/-$/)
  expect(pathInside('/en/search?q=lamp')).toBe('/en/search/cT1sYW1w')
  expect(pathInside('/en/chapters/x')).toBe('/en/chapters/x')
})

test('feeds, sitemaps and comments have addresses of their own', () => {
  for (const path of ['/feeds/rss.xml', '/feeds/ja/tags/x/feed.json', '/sitemap.xml', '/robots.txt'])
    expect(readAddress(path)).toEqual({ kind: 'outlet', path })
  const id = '0190a1b2-0000-7000-8000-000000000001'
  const found = { kind: 'comment', locale: 'en', slug: 'fog', id }
  expect(readAddress(`/en/chapters/fog/comments/${id}`)).toEqual(found)
  expect(readAddress('/en/chapters/fog/comments/2')).toMatchObject({ kind: 'page' })
  expect(readAddress('/en/chapters/fog/comments')).toMatchObject({ kind: 'comments' })
})
