import { expect, test } from 'vitest'
import { readAddress } from '../http/address'
import { routeAt } from './table'

/** Which route answers an address, and what it read out of it. */
function found(url: string) {
  const address = readAddress(url)
  if (!address) return undefined
  const { route, match } = routeAt(address)
  return { route: route.name, ...(match as object) }
}

test.each([
  ['/', { route: 'root' }],
  ['/?utm_source=x', { route: 'root' }],
  ['/en', { route: 'page', locale: 'en', path: '/en' }],
  ['/en?utm_source=x', { route: 'page', locale: 'en', path: '/en' }],
  ['/ja/chapters/灯台', { route: 'page', locale: 'ja', path: '/ja/chapters/%E7%81%AF%E5%8F%B0' }],
  ['/ja/chapters/%e7%81%af', { route: 'page', locale: 'ja', path: '/ja/chapters/%E7%81%AF' }],
  [
    '/en/chapters/a?posted=pending',
    { route: 'page-with-form', locale: 'en', path: '/en/chapters/a', wish: { received: 'pending' } },
  ],
  [
    '/en/chapters/a?reply=01A208AF-3488-74c4-9140-a2d8a403899e',
    {
      route: 'page-with-form',
      locale: 'en',
      path: '/en/chapters/a',
      wish: { replyTo: '01a208af-3488-74c4-9140-a2d8a403899e' },
    },
  ],
  [
    '/en/chapters/a/comments/2?comments-in=ja',
    { route: 'thread-in-language', path: '/en/chapters/a/comments/2', only: 'ja' },
  ],
  ['/en/chapters/a?comments-in=xx', { route: 'page', locale: 'en', path: '/en/chapters/a' }],
  ['/en/tags/a?comments-in=ja', { route: 'page', locale: 'en', path: '/en/tags/a' }],
  ['/en/chapters/a?reply=1', { route: 'page', locale: 'en', path: '/en/chapters/a' }],
  ['/en/chapters/a/', { route: 'moved', to: '/en/chapters/a' }],
  ['/en/chapters/a/comments', { route: 'comments', locale: 'en', slug: 'a' }],
  ['/en/chapters/a/comments/b', { route: 'page', locale: 'en', path: '/en/chapters/a/comments/b' }],
  ['/en/privacy.rsc', { route: 'nothing', path: '/en/-' }],
  ['/en/chapters/a/_tree.segment.rsc', { route: 'nothing', path: '/en/-' }],
  ['/xx/chapters/a', { route: 'unknown' }],
  ['/wp-login.php', { route: 'unknown' }],
  ['/desk/queue?status=spam', { route: 'desk' }],
  ['/deskside', { route: 'unknown' }],
  ['/sign-in', { route: 'desk' }],
  ['/api/auth/session', { route: 'next-auth' }],
  ['/api/auth', { route: 'unknown' }],
  ['/api/health', { route: 'health' }],
  ['/_next/image?url=http://127.0.0.1/', { route: 'unknown' }],
  ['/_next/static/chunks/a.js', { route: 'files', path: '/_next/static/chunks/a.js' }],
  ['/en/%00', undefined],
  ['/en/chapters/100%%20fog', { route: 'page', locale: 'en', path: '/en/chapters/100%25%20fog' }],
  ['/en/%zz', { route: 'page', locale: 'en', path: '/en/%25zz' }],
  ['/desk/%zz', undefined],
  ['/en/chapters/a%0D%0A', { route: 'moved', to: '/en/chapters/a' }],
  ['/en/chapters/a/%09?b=c', { route: 'moved', to: '/en/chapters/a?b=c' }],
  ['/en/chapters/a%0Ab', undefined],
  // What it means is looked for in one step.
  ['/en/chapters/%20a%20', { route: 'page', locale: 'en', path: '/en/chapters/%20a%20' }],
  ['/EN/Chapters/Fog', { route: 'moved', to: '/en/chapters/Fog' }],
  ['/Ja', { route: 'moved', to: '/ja' }],
  ['/ja/chapters/', { route: 'moved', to: '/ja' }],
  [`/en/comments/${'a'.repeat(44)}`, { route: 'own-comment', locale: 'en', token: 'a'.repeat(44) }],
  [`/en/comments/${'a'.repeat(44)}%3E.`, { route: 'moved', to: `/en/comments/${'a'.repeat(44)}` }],
  [`/en/comments/${'a'.repeat(44)}。`, { route: 'moved', to: `/en/comments/${'a'.repeat(44)}` }],
  [`/en/comments/${'a'.repeat(45)}.`, { route: 'own-comment', locale: 'en', token: `${'a'.repeat(45)}.` }],
  [`/welcome/${'a'.repeat(43)})`, { route: 'moved', to: `/welcome/${'a'.repeat(43)}` }],
  [`/welcome/${'a'.repeat(43)}`, { route: 'desk' }],
  [`/welcome/${'a'.repeat(43)}%0A`, { route: 'moved', to: `/welcome/${'a'.repeat(43)}` }],
  ['/feeds/en/rss.xml%0a?a', { route: 'moved', to: '/feeds/en/rss.xml?a' }],
  ['/JA/%E7%81%AF', { route: 'moved', to: '/ja/%E7%81%AF' }],
  ['/en/%ff', undefined],
  ['/en/../desk', undefined],
  ['/en/%2e%2e/desk', undefined],
  ['/en/a%2fb', undefined],
  ['http://127.0.0.1:1/', { route: 'root' }],
  ['http://example.org/en?x=1', { route: 'page', locale: 'en', path: '/en' }],
  ['ftp://example.org/en', undefined],
  ['//en', { route: 'moved', to: '/en' }],
  ['/en//chapters/a', { route: 'moved', to: '/en/chapters/a' }],
  ['/en/most-read/30', { route: 'moved', to: '/en/most-read' }],
  ['/en/most-read/30/sea', { route: 'page', locale: 'en', path: '/en/most-read/30/sea' }],
  ['/favicon.ico', { route: 'moved', to: '/favicon.svg' }],
  [`/en/${'a'.repeat(5000)}`, undefined],
])('%s', (url, asked) => expect(found(url)).toEqual(asked))

const pathIn = (url: string) => (found(url) as unknown as { path: string }).path

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
  const leads = (url: string) => found(url) as unknown as { route: string; to: string }
  const empty = 'series=&tag=&language='
  expect(leads(`/en/search?q=lamp&${empty}en`)).toEqual({ route: 'search', to: '/en/search?q=lamp' })
  expect(leads('/en/search?q=lamp+light&series=x&tag=y&language=en')).toEqual({
    route: 'search',
    to: '/en/search?q=lamp+light&series=x&tag=y',
  })
  expect(leads('/en/search?q=%E7%81%AF&series=x&tag=y&language=ja')).toEqual({
    route: 'search',
    to: '/ja/search?q=%E7%81%AF&series=x',
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
})

test('feeds, sitemaps and comments have addresses of their own', () => {
  for (const path of ['/feeds/rss.xml', '/feeds/ja/tags/x/feed.json', '/sitemap.xml', '/robots.txt'])
    expect(found(path)).toEqual({ route: 'feeds', path })
  const id = '0190a1b2-0000-7000-8000-000000000001'
  const answer = { route: 'comment', locale: 'en', slug: 'fog', id }
  expect(found(`/en/chapters/fog/comments/${id}`)).toEqual(answer)
  expect(found('/en/chapters/fog/comments/2')).toMatchObject({ route: 'page' })
  expect(found('/en/chapters/fog/comments')).toMatchObject({ route: 'comments' })
})
