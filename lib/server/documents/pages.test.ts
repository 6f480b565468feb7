import type { IncomingMessage, ServerResponse } from 'node:http'
import { inject } from 'light-my-request'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CommentFormProps } from '@/lib/comments/submit/form-state'
import type { FoundPage } from '@/lib/kernel/found-page'
import type { SiteContext, Visit } from '../routes/route'
import { Document } from './document'
import {
  cachingOf,
  emptyPage,
  gonePage,
  opened,
  openPage,
  sendAway,
  sendBusy,
  sendKept,
  sendNothing,
  sendPage,
  sendStanding,
} from './pages'
import { busy } from './render-limits'

const shell = '<html><head><title>404</title></head><body>Nothing</body></html>'
const page = (status = 200, html = `<p>${status}</p>`) => new Document(status, html)
const headers = {
  common: { 'x-for': 'common' },
  reading: { 'x-for': 'reading' },
  negotiated: { 'x-for': 'negotiated' },
  personal: { 'x-for': 'personal' },
  secret: { 'x-for': 'secret' },
}
const waiter = { address: '192.0.2.1', rank: 'known' }

/** A site that keeps `ready`, finds what `find` says, and makes the pages of `made`; whatever else it makes fails. */
function aSite({
  ready = {} as Record<string, Document>,
  made = {} as Record<string, Document>,
  find = { kind: 'here' } as FoundPage | Error,
  outdated = [] as Document[],
} = {}) {
  const door = {
    atHand: vi.fn((path: string) => ready[path]),
    inMemory: vi.fn((path: string) => ready[path]),
    get: vi.fn(async (path: string) => made[path] ?? ready[path] ?? Promise.reject(new Error('no database'))),
    grown: vi.fn(),
    given: vi.fn(),
    isOutdated: (document: Document) => outdated.includes(document),
  }
  const finds = vi.fn(async () => (find instanceof Error ? Promise.reject(find) : find))
  const renderAway = vi.fn(
    (locale: string, form?: object) => `<h1>Away in ${locale} ${JSON.stringify(form)}</h1>`,
  )
  const site = { door, find: finds, headers, renderAway } as unknown as SiteContext
  return { site, door, find: finds, renderAway }
}
type Site = ReturnType<typeof aSite>['site']

const left = new AbortController().signal
const visitOf = (site: Site, request: unknown, response: unknown) =>
  ({ site, request, response, ip: '192.0.2.1', left }) as Visit

/** What a reader hears. */
async function told(site: Site, send: (visit: Visit) => unknown, asked: Record<string, string> = {}) {
  const answer = await inject(
    (request, response) =>
      void send(visitOf(site, request as unknown as IncomingMessage, response as ServerResponse)),
    { url: '/', headers: asked },
  )
  const { statusCode: status, payload } = answer
  return { status, payload, for: answer.headers['x-for'], headers: answer.headers }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_500 }))
afterEach(() => void vi.useRealTimers())

describe('a page is opened', () => {
  const open = (site: Site, path = '/en/chapters/a') => openPage(visitOf(site, {}, {}), path)

  test('from memory, and nothing is looked up', async () => {
    const ready = page()
    const { site, find, door } = aSite({ ready: { '/en/chapters/a': ready } })
    expect(await open(site)).toEqual({ kind: 'page', document: ready })
    expect(door.atHand).toHaveBeenCalledExactlyOnceWith('/en/chapters/a', { ...waiter, signal: left })
    expect(find).not.toHaveBeenCalled()
  })

  test.each([
    [{ kind: 'here' }, 'known'],
    [{ kind: 'search' }, 'unknown'],
  ] as const)('when it was looked up, in turn: %j', async (find, rank) => {
    const document = page()
    // A kept page that says that there is nothing may be wrong by now.
    const { site, door, ...rest } = aSite({ ready: { '/a': page(404) }, made: { '/a': document }, find })
    expect(await open(site, '/a')).toEqual({ kind: 'page', document })
    expect(rest.find).toHaveBeenCalledExactlyOnceWith('/a', { ...waiter, signal: left })
    expect(door.get).toHaveBeenCalledExactlyOnceWith('/a', { ...waiter, signal: left, rank })
  })

  test.each<FoundPage>([
    ...[{ kind: 'missing' } as const, { kind: 'gone' } as const, { kind: 'busy' } as const],
    { kind: 'moved', to: '/en/b', status: 301 },
  ])('not where it is not: %j', async (find) => {
    const { site, door } = aSite({ find })
    expect(await open(site)).toEqual(find)
    expect(door.get).not.toHaveBeenCalled()
  })

  test.each([
    [busy, 'busy'],
    [page(500), 'away'],
    [page(503), 'away'],
    [page(404), 'missing'],
    [page(410), 'page'],
    [page(499), 'page'],
  ])('and says why there is none, %#', async (document, kind) => {
    expect((await open(aSite({ made: { '/a': document } }).site, '/a')).kind).toBe(kind)
  })

  test('nothing fails when everything does', async () => {
    expect(await open(aSite().site)).toEqual({ kind: 'away' })
    expect(await open(aSite({ find: new Error('no database') }).site)).toEqual({ kind: 'away' })
    expect(await opened(aSite().site, '/en', { ...waiter, rank: 'known' })).toMatchObject({
      status: 500,
      html: '',
    })
  })
})

describe('is sent', () => {
  const standing = {
    '/en/-': page(404, 'none in English'),
    '/ja/-': page(404, 'none in Japanese'),
    '/ja/-gone': page(410, 'gone in Japanese'),
    '/en/-gone': page(410, 'gone in English'),
  }
  const at = (find: FoundPage, path: string, made: Record<string, Document> = {}) =>
    told(aSite({ find, made: { ...standing, ...made } }).site, (visit) => sendPage(visit, path))

  test('a page that is there', async () => {
    expect(await at({ kind: 'here' }, '/en/a', { '/en/a': page() })).toMatchObject({
      status: 200,
      payload: '<p>200</p>',
      for: 'reading',
    })
  })

  test('where it is by now', async () => {
    const answer = await at({ kind: 'moved', to: '/ja/b', status: 302 }, '/ja/a')
    expect([answer.status, answer.headers.location]).toEqual([302, '/ja/b'])
  })

  test.each([
    ['/ja/chapters/a', 'gone', 410, 'gone in Japanese'],
    ['/feeds/ja/a/rss.xml', 'gone', 410, 'gone in English'],
    ['/ja', 'missing', 404, 'none in Japanese'],
    ['/ja/chapters', 'missing', 404, 'none in Japanese'],
  ] as const)('that there is none: %s, %s', async (path, kind, status, payload) => {
    expect(await at({ kind }, path)).toMatchObject({ status, payload, for: 'reading' })
  })

  test('that there is none, with headers of one’s own', async () => {
    for (const kind of ['missing', 'gone'] as const) {
      const { site } = aSite({ find: { kind }, made: standing })
      expect((await told(site, (visit) => sendPage(visit, '/en/x', headers.secret))).for).toBe('secret')
    }
  })

  test.each([
    [page(404, 'You may mean b'), 404, 'You may mean b'],
    [page(404, ''), 404, 'none in Japanese'],
    [page(503, 'busy'), 404, 'none in Japanese'],
    [page(200, 'odd'), 404, 'none in Japanese'],
  ])('what may be meant, if it is found at once, %#', async (likely, status, payload) => {
    const { site, door } = aSite({ find: { kind: 'missing' }, made: { ...standing, '/ja/-/a%20b': likely } })
    const answer = await told(site, (visit) => sendPage(visit, '/ja/chapters/a%20b?x=/y'))
    expect(answer).toMatchObject({ status, payload, for: 'reading' })
    expect(door.get).toHaveBeenCalledWith('/ja/-/a%20b', {
      ...waiter,
      signal: left,
      rank: 'unknown',
      patience: 300,
    })
  })

  test('in the reader’s language that there is nothing at all', async () => {
    const { site } = aSite({ made: standing })
    expect(await told(site, sendNothing, { 'accept-language': 'ja' })).toMatchObject({
      status: 404,
      payload: 'none in Japanese',
      for: 'negotiated',
    })
  })

  test('a sentence, when not even that page can be made', async () => {
    const { site } = aSite({ made: { '/en/-': page(500) } })
    const answer = await told(site, (visit) => sendStanding(visit, '/en/-', headers.reading))
    expect([answer.status, answer.headers['retry-after'], answer.for]).toEqual([503, '5', 'common'])
  })

  test('which form of a page was made for the wire, once', async () => {
    const { site, door } = aSite()
    const document = page(200, 'a page '.repeat(100))
    const send = (visit: Visit) => sendKept(visit, '/en/a', document, headers.reading)
    const asked = { 'accept-encoding': 'gzip' }
    await told(site, send)
    expect(door.grown).not.toHaveBeenCalled()
    await told(site, send, asked)
    await vi.waitFor(() => expect(door.grown).toHaveBeenCalledExactlyOnceWith('/en/a', document))
    await told(site, send, asked)
    expect(door.grown).toHaveBeenCalledOnce()
  })

  test('what was given to everybody alike, when it was given', async () => {
    const { site, door } = aSite()
    const document = page(200, 'a page')
    const send = (fields: object, asked = {}) =>
      told(site, (visit) => sendKept(visit, '/en', document, fields as Record<string, string>), asked)
    await send(headers.negotiated)
    await send(headers.personal, { 'accept-encoding': 'gzip' })
    expect(door.given).not.toHaveBeenCalled()
    door.given.mockImplementation(() => expect([...document.given]).toContain('br'))
    await send(headers.reading, { 'accept-encoding': 'br' })
    await vi.waitFor(() => expect(door.given).toHaveBeenCalledExactlyOnceWith('/en', document))
    // Whoever has it already counts too: nginx asks so.
    door.given.mockImplementation(() => expect([...document.given]).toContain('identity'))
    await send(headers.reading, { 'if-none-match': document.etag('identity') })
    expect(door.given).toHaveBeenCalledTimes(2)
  })
})

describe('while there is none', () => {
  const title = '<title>しばらくお待ちください · Chapterhouse</title>'

  test.each([
    ['busy', sendBusy],
    ['away', sendAway],
  ] as const)(
    '%s: the reader is told so in a page, in their language, that is made once',
    async (_kind, send) => {
      const { site, renderAway } = aSite({ ready: { [emptyPage('ja')]: page(404, shell) } })
      for (let time = 0; time < 2; time++) {
        const answer = await told(site, (visit) => send(visit, 'ja'))
        expect(answer).toMatchObject({ status: 503, for: 'personal' })
        expect(answer.headers['retry-after']).toBe('5')
        expect(answer.payload).toContain(title)
        expect(answer.payload).toContain('<body><h1>Away in ja undefined</h1></body>')
      }
      expect(renderAway).toHaveBeenCalledOnce()
    },
  )

  test('by the way of an address, too', async () => {
    const { site } = aSite({ find: { kind: 'busy' }, ready: { '/ja/-': page(404, shell) } })
    expect((await told(site, (visit) => sendPage(visit, '/ja/x'))).payload).toContain('Away in ja')
    // What says that many ask makes no page: it is there or it is not.
    const away = aSite({ find: { kind: 'busy' }, made: { '/ja/-': page(404, shell) } })
    expect((await told(away.site, (visit) => sendPage(visit, '/ja/x'))).for).toBe('common')
    const asked = aSite({ find: new Error('no database'), made: { '/ja/-': page(404, shell) } })
    expect((await told(asked.site, (visit) => sendPage(visit, '/ja/x'))).payload).toContain('Away in ja')
  })

  test('a form that was sent is kept in it, and by nobody else', async () => {
    const { site, renderAway } = aSite({ made: { '/ja/-': page(404, shell) } })
    const form = { chapterId: 'one' } as CommentFormProps
    for (const chapterId of ['one', 'two']) {
      const answer = await told(site, (visit) => sendAway(visit, 'ja', { ...form, chapterId }))
      expect([answer.status, answer.for]).toEqual([503, 'personal'])
      expect(answer.payload).toContain(`{"chapterId":"${chapterId}"}`)
      expect(answer.payload).toContain(title)
    }
    expect(renderAway).toHaveBeenCalledTimes(2)
  })

  test.each([page(500), page(503)])('a sentence, where there is no such page, %#', async (document) => {
    const { site } = aSite({ made: { '/en/-': document } })
    expect((await told(site, (visit) => sendAway(visit, 'en'))).for).toBe('common')
  })
})

test('others may keep a page until the second is over, in which everybody is told the same', () => {
  const { site } = aSite()
  const document = page()
  const shared = {
    'cache-control':
      'public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=60, must-revalidate',
    'x-accel-expires': '@1700000000',
  }
  const first = cachingOf(site, document)
  expect(first).toEqual(shared)
  vi.setSystemTime(1_700_000_000_999)
  expect(cachingOf(site, document)).toBe(first)
  vi.setSystemTime(1_700_000_001_000)
  expect(cachingOf(site, document)).toEqual({ ...shared, 'x-accel-expires': '@1700000001' })
})

test('nobody else may keep a page that is out of date', () => {
  const document = page()
  expect(cachingOf(aSite({ outdated: [document] }).site, document)).toEqual({
    'cache-control': 'public, max-age=0, must-revalidate',
  })
})

test('pages that stand for many addresses have one each', () =>
  expect([emptyPage('ja'), gonePage('ja')]).toEqual(['/ja/-', '/ja/-gone']))
