import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Document } from '../documents/document'
import type { DocumentCache } from '../documents/document-cache'
import { StaticFiles } from '../files/static-files'
import { answersAtHand } from './answers-at-hand'

const [fresh, outdated, missing] = [
  new Document(200, 'fresh'),
  new Document(200, 'old'),
  new Document(404, 'no'),
]
const pages: Record<string, Document> = { '/fresh': fresh, '/outdated': outdated, '/missing': missing }
const grown = vi.fn()
const given = vi.fn((_path: string, document: Document) => void (document.offered += 1))
const door = {
  inMemory: (path: string) => pages[path],
  isOutdated: (document: Document) => document === outdated,
  grown,
  given,
} as unknown as DocumentCache

const answer = answersAtHand({
  door,
  files: new StaticFiles([]),
  siteUrl: 'https://example.org',
  keepAliveTimeout: 65_000,
})
const ask = (url: string) =>
  answer({ url, isHead: false, acceptEncoding: undefined, ifNoneMatch: undefined, end: 0 })?.toString()

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 29, 7, 0, 0) }))
afterEach(() => {
  vi.useRealTimers()
  grown.mockClear()
  given.mockClear()
})

test('each page says how long it may be kept, and every answer when it was sent', () => {
  for (const time of ['07:00:00', '07:00:01']) {
    // One after the other, and again: what was made for one is not given for the other.
    for (const path of ['/outdated', '/fresh', '/fresh', '/outdated']) {
      expect(ask(path)).toContain(`\r\nDate: Sun, 29 Nov 2026 ${time} GMT\r\n`)
      expect(ask(path)).toMatch(
        path === '/fresh' ? /\r\ncache-control: .* s-maxage=1, / : /: public, max-age=0, must-revalidate\r\n/,
      )
    }
    vi.setSystemTime(Date.UTC(2026, 10, 29, 7, 0, 1))
  }
})

test('over HTTPS browsers are told to stay there', () => {
  expect(ask('/fresh')).toContain('\r\nstrict-transport-security: ')
})

test('what a page has grown by is counted, once', () => {
  const page = new Document(200, 'new')
  pages['/new'] = page
  ask('/new')
  ask('/new')
  expect(grown.mock.calls).toEqual([['/new', page]])
  expect(given.mock.calls).toEqual([['/new', page]])
})

test.each(['/missing', '/none', '/en/search?q=a'])('%s is not at hand', (url) => {
  expect(ask(url)).toBeUndefined()
})
