import { encode } from 'next-auth/jwt'
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CommentFormProps } from '@/lib/comments/submit/form-state'
import { words } from '@/lib/i18n/words'
import { setRuntime } from '@/lib/kernel/env'
import { sessionCookie, sessionSecret } from '@/lib/people/sessions/session-cookie'
import { templateNames } from '@/lib/kernel/testing/template-names'
import type { FoundPage } from '@/lib/kernel/found-page'
import { deskHere } from './desk/desk-here'
import { DocumentCache } from './documents/document-cache'
import { renderLimits } from './documents/render-limits'
import type { RenderedPage } from './documents/rendered-page'
import { FairQueue } from './turns/fair-queue'
import { LiveDesk } from './live/live-desk'
import { Health } from './process/health'
import { Lookups } from './turns/lookups'
import { siteServer } from './site-server'
import { StaticFiles } from './files/static-files'

vi.mock('@/lib/comments/discussion/form-queries', () => ({ formRules: async () => ({}) }))

const chapter = '01a208af-3488-74c4-9140-a2d8a403899e'
const comment = '01a208af-3488-74c4-9140-a2d8a4038990'
const page = `<html><head></head><body><main><h1>A chapter</h1><article id="comment-${comment}"></article><section id="respond"></section></main></body></html>`
const formAsText = ({ locale, chapterId: id, action, state }: CommentFormProps) =>
  `<section id="respond">${JSON.stringify({ locale, id, action, state })}</section>`
/** What the page notes of its form. */
const form = { chapterId: chapter, answerable: new Map([[comment, "A <b> & C's"]]) }

let server: Server
let url: string
let searched: string[]
let render: (path: string) => Promise<RenderedPage>
let door: DocumentCache
let turns: FairQueue
let found: string[]

/** What the database would say of these paths. */
async function find(path: string): Promise<FoundPage> {
  found.push(path)
  if (path.includes('/-')) return { kind: 'missing' }
  if (/\/(old-)?gone/.test(path)) return { kind: 'gone' }
  if (/none|old-draft/.test(path)) return { kind: 'missing' }
  if (/\/old/.test(path)) return { kind: 'moved', status: 301, to: path.replace(/\/old/, () => '/new') }
  return { kind: path.includes('?q=') ? 'search' : 'here' }
}

const reader = { address: '192.0.2.1', rank: 'known' } as const

/** What stands in for Next, where a test has more to say of it. */
let application: ((...asked: Parameters<RequestListener>) => unknown) | undefined

beforeEach(async () => {
  application = undefined
  searched = []
  setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl: 'http://localhost:3000' })
  found = []
  render = async (path) =>
    path.endsWith('/-')
      ? { status: 404, html: '<main>Nothing here</main>', lasting: true }
      : path.endsWith('/-gone')
        ? { status: 410, html: '<main>Gone for good</main>', lasting: true }
        : path.includes('/-/')
          ? { status: 404, html: '' }
          : { status: 200, html: page, form }
  turns = new FairQueue(renderLimits)
  door = new DocumentCache({
    queue: turns,
    render: (path) => render(path),
    readerScript: '/assets/reader.js',
  })
  door.keep = 'heard'
  const answer = siteServer({
    door,
    find: (path) => find(path),
    lookups: new Lookups(),
    desk: deskHere((request, response) => {
      if (application) return void application(request, response)
      response.setHeader('x-asked', request.url!)
      response.end(`application ${request.headers['x-client-address']}`)
    }, turns),
    reads: { note() {} },
    live: new LiveDesk(),
    health: new Health(),
    pictures: { send: async () => 'missing' },
    files: new StaticFiles([]),
    renderForm: formAsText,
    renderAuthorPage: () => '',
    renderAway: (locale, form) =>
      `<main>${form ? formAsText(form) : `<h1>${words(locale).site.away}</h1>`}</main>`,
    trustedHops: 0,
    siteUrl: undefined,
    indexNowKey: 'abcdef0123456789',
    searches: { note: (_address, agent, locale, q) => void searched.push(`${agent} ${locale} ${q}`) },
  })
  server = createServer({ shouldUpgradeCallback: () => false }, answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

// A busy machine takes its time.
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000 })

const get = (path: string, headers = {}) => fetch(url + path, { headers, redirect: 'manual' })
const post = (path: string, fields: Record<string, string>, headers = {}) =>
  fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields),
  })

test('a search is noted each time, also when its page is in memory, and nothing else is', async () => {
  const agent = { 'user-agent': 'Reader' }
  await get('/en/search?q=lamp', agent)
  await get('/en/search?q=lamp', agent)
  expect(searched).toEqual(['Reader en lamp', 'Reader en lamp'])
  await get('/en/search?q=lamp', { ...agent, 'sec-purpose': 'prefetch' })
  await get('/en/search?q=lamp&page=2', agent)
  await get('/en/search?q=lamp&series=&tag=&language=en', agent)
  await get('/en/search?q=', agent)
  await get('/desk/search?q=lamp', agent)
  await fetch(`${url}/en/search?q=lamp`, { method: 'HEAD', headers: agent })
  expect(searched).toHaveLength(2)
})

test('the key by which search engines know the site is served, and no other', async () => {
  const key = await get('/abcdef0123456789.txt')
  expect([key.status, (await key.text()).trim()]).toEqual([200, 'abcdef0123456789'])
  expect((await get('/abcdef012345678.txt')).status).toBe(404)
  expect(await (await get('/abcdef012345678.txt')).text()).not.toContain('abcdef')
})

const broken = {
  'answers 500': async () => ({ status: 500, html: 'stack' }),
  throws: async () => {
    throw new Error('no database')
  },
}

for (const [name, failing] of Object.entries(broken)) {
  test(`when the rendering ${name} every way to a page says 503, and nothing of the fault`, async () => {
    render = failing
    for (const path of [
      '/',
      '/en',
      '/en/chapters/a',
      '/en/chapters/a?posted=pending',
      `/en/chapters/a?reply=${comment}`,
    ]) {
      const answer = await get(path)
      expect([answer.status, answer.headers.get('retry-after')], path).toEqual([503, '5'])
      expect(await answer.text(), path).not.toMatch(/stack|database/)
    }
    expect((await post('/en/chapters/a/comments', { intent: 'new-sum', chapter })).status).toBe(503)
  })
}

for (const [name, failing] of Object.entries(broken)) {
  test(`when the rendering ${name} readers are told in their language, and a form comes back with its text`, async () => {
    const shell = '<html><head><title>404</title></head><body><main>Nothing here</main></body></html>'
    render = async (path) => (path.endsWith('/-') ? { status: 404, html: shell } : failing())
    const answer = await get('/ja/chapters/a')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const said = await answer.text()
    expect(said).toContain('<h1>しばらくお待ちください</h1>')
    expect(said).not.toMatch(/stack|database|404|Nothing here/)
    const form = await post('/en/chapters/a/comments', {
      intent: 'new-sum',
      chapter,
      comment: 'A long text.',
    })
    expect(form.status).toBe(503)
    const page = await form.text()
    expect(page).toContain('A long text.')
    expect(page).toContain(`"id":"${chapter}","action":"/en/chapters/a/comments"`)
  })
}

test('the first failure does not outlive itself', async () => {
  const good = render
  render = broken.throws
  expect((await get('/en')).status).toBe(503)
  render = good
  expect((await get('/en')).status).toBe(200)
})

test('a form asked for with a comment to answer carries it; with any other it is the page itself', async () => {
  const answer = await get(`/en/chapters/a?reply=${comment}`)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('referrer-policy')).toBe('same-origin')
  expect(await answer.text()).toContain(`"parent":"${comment}","parentName":"A <b> & C's"`)
  const other = await get(`/en/chapters/a?reply=${chapter}`)
  expect(await other.text()).not.toContain('"parent"')
})

test('an old address leads to the new one, and a form posted to it keeps its text on the new page', async () => {
  const answer = await get('/en/chapters/old')
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/en/chapters/new'])
  const form = await post('/en/chapters/old/comments', { intent: 'new-sum', comment: 'Kept words', chapter })
  const html = await form.text()
  expect(html).toContain('Kept words')
  expect(html).toContain('"action":"/en/chapters/new/comments"')
})

test('a form posted to a chapter that is gone comes back with its text', async () => {
  const answer = await post('/en/chapters/none/comments', {
    intent: 'new-sum',
    comment: 'Kept words',
    chapter,
  })
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('Kept words')
})

test('a text that the site cannot take is shown again without what it may not hold', async () => {
  const answer = await post('/en/chapters/a/comments', {
    comment: 'Pasted\u0000 words\u000bof two lines',
    author: 'A\u202eB',
    chapter,
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('"comment":"Pasted words\\nof two lines"')
})

describe('a form from elsewhere', () => {
  const elsewhere: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, {}]

  test.each(elsewhere)('%j: what a script sends is refused before any of it is read', async (headers) => {
    for (const more of [{ 'content-type': 'application/json' }, { accept: 'application/json' }, {}]) {
      const status = await new Promise((resolve, reject) => {
        // A body is promised and never sent.
        const request = httpRequest(`${url}/en/chapters/a/comments`, {
          method: 'POST',
          headers: { ...headers, ...more, 'content-length': '65000' },
        })
        request.on('response', (answer) => {
          resolve([answer.statusCode, answer.headers.connection])
          request.destroy()
        })
        request.on('error', reject)
        request.flushHeaders()
      })
      expect(status).toEqual([403, 'close'])
    }
  })

  test.each(elsewhere)(
    '%j: what a browser sends comes back with its text, and is not looked at',
    async (headers) => {
      const comment = `Kept${' '.repeat(60_000)}words`
      const answer = await fetch(`${url}/en/chapters/a/comments`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ comment, author: 'A\u0301'.repeat(10_000), chapter }),
      })
      expect(answer.status).toBe(403)
      const page = await answer.text()
      expect(page).toContain(`"comment":"${comment}"`)
      expect(page).toContain('"problems":{"form":"origin-foreign"}')
    },
  )
})

test('calls of actions that cannot be read are refused before Next', async () => {
  const call = (body: string) =>
    fetch(`${url}/sign-in`, {
      method: 'POST',
      body,
      headers: { origin: url, 'next-action': 'x', 'content-type': 'text/plain' },
    })
  for (const body of ['', '{', '["$F1"]']) expect((await call(body)).status, body).toBe(400)
  expect(await (await call('[{}]')).text()).toBe('application 127.0.0.1')
})

test('neither are other things taken for calls of actions, whatever they call themselves', async () => {
  const send = (
    path: string,
    headers: Record<string, string>,
    body: string | Uint8Array<ArrayBuffer> | FormData = '{',
  ) => fetch(url + path, { method: 'POST', body, headers: { origin: url, ...headers } })
  const call = { 'next-action': 'x' }
  const types = ['application/json', 'application/octet-stream', 'application/x-www-form-urlencoded']
  for (const type of types) {
    for (const path of ['/sign-in', '/desk/people', '/welcome/x']) {
      expect((await send(path, { ...call, 'content-type': type })).status, `${type} ${path}`).toBe(400)
      expect((await send(path, { 'content-type': type })).status, `${type} ${path}`).toBe(400)
    }
  }
  expect((await send('/sign-in', call, new Uint8Array([0x7b]))).status).toBe(400)
  const parts = { 'content-type': 'multipart/form-data; boundary=x' }
  for (const body of ['x', '']) {
    expect((await send('/sign-in', parts, body)).status).toBe(400)
    expect((await send('/sign-in', { ...call, ...parts }, body)).status).toBe(400)
  }
  for (const text of ['{', '', '["$Q1"]', '["$F1"]', '["$1:__proto__:x"]']) {
    const form = new FormData()
    form.set('0', text)
    expect((await send('/sign-in', call, form)).status, text).toBe(400)
  }
  const form = new FormData()
  form.set('_1_email', 'a\nb')
  form.set('0', '[null,"$K1"]')
  expect(await (await send('/sign-in', call, form)).text()).toBe('application 127.0.0.1')
  expect((await send('/api/auth/callback', { 'content-type': 'application/json' })).status).toBe(200)
})

test.each(['/api/read', '/en/chapters/a/comments', '/sign-in'])(
  'what follows a body that was not read to its end waits for no answer: %s',
  async (path) => {
    const [size, chunk] = [3 * 1024 * 1024, 'a'.repeat(65_536)]
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    let heard = ''
    socket.on('data', (data) => (heard += data.toString()))
    socket.on('error', () => {})
    const ended = new Promise((resolve) => socket.once('close', resolve))
    const head = [`POST ${path} HTTP/1.1`, `host: ${url.slice(7)}`, `origin: ${url}`, 'next-action: x']
    socket.write([...head, 'content-type: text/plain', 'transfer-encoding: chunked', '', ''].join('\r\n'))
    for (let sent = 0; sent < size; sent += chunk.length) socket.write(`10000\r\n${chunk}\r\n`)
    socket.write('0\r\n\r\nGET /en HTTP/1.1\r\nhost: x\r\n\r\n')
    await ended
    expect(heard).toMatch(/^connection: close\r$/im)
  },
  3_000,
)

test.each(['TRACE', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND'])('nobody serves %s', async (method) => {
  for (const path of ['/sign-in', '/desk', '/api/pictures', '/api/auth/session']) {
    const answer = await new Promise<IncomingMessage>((resolve) => {
      httpRequest(url + path, { method, headers: { origin: url } }, resolve).end()
    })
    answer.resume()
    expect([answer.statusCode, answer.headers.allow], path).toEqual([405, 'GET, HEAD, POST'])
  }
})

test('requests from other sites do not reach Next', async () => {
  const answer = await fetch(`${url}/desk`, { method: 'POST', headers: { origin: 'https://evil.example' } })
  expect(answer.status).toBe(403)
})

test('an old address leads to the new one each time it is asked, its pages of comments and its feed too', async () => {
  for (let time = 0; time < 3; time++) {
    for (const [from, to] of [
      ['/en/chapters/old', '/en/chapters/new'],
      ['/en/chapters/old/comments/2', '/en/chapters/new/comments/2'],
      ['/feeds/en/chapters/old/rss.xml', '/feeds/en/chapters/new/rss.xml'],
    ] as const) {
      const answer = await get(from)
      expect([answer.status, answer.headers.get('location')], `${from}, time ${time}`).toEqual([301, to])
    }
  }
})

test('the feed of a chapter that has gone for good has gone too, under any of its addresses', async () => {
  const status = async (slug: string) => (await get(`/feeds/en/chapters/${slug}/atom.xml`)).status
  expect(await Promise.all(['gone', 'old-gone', 'old', 'old-draft', 'none'].map(status))).toEqual([
    410, 410, 301, 404, 404,
  ])
})

test('an address outside every language answers in the reader’s, and says so to caches', async () => {
  const vary = async (path: string) => (await get(path, { 'accept-language': 'ja' })).headers.get('vary')
  expect(await vary('/nope')).toBe('accept-encoding, accept-language')
  expect(await vary('/')).toBe('accept-encoding, accept-language')
  expect(await vary('/ja/nope')).toBe('accept-encoding')
})

test('where a chapter will be is not told before it is there, nor where one was that has gone', async () => {
  for (let time = 0; time < 2; time++) {
    const draft = await get('/en/chapters/old-draft')
    expect([draft.status, draft.headers.get('location')]).toEqual([404, null])
    const gone = await get('/en/chapters/old-gone')
    expect([gone.status, gone.headers.get('location'), await gone.text()]).toEqual([
      ...[410, null, '<main>Gone for good</main>'],
    ])
  }
})

test('a shared cache may keep a page until the second is over, and one that has been outdated not at all', async () => {
  render = async () => ({ status: 200, html: page, form, tags: new Set(['lists']) })
  const before = Math.floor(Date.now() / 1_000)
  const fresh = await get('/en')
  const second = Number(fresh.headers.get('x-accel-expires')?.slice(1))
  expect(second).toBeGreaterThanOrEqual(before)
  expect(second).toBeLessThanOrEqual(Date.now() / 1_000)
  expect(fresh.headers.get('cache-control')).toContain('s-maxage=1')
  // For so long it may be given by who cannot ask: the bound of decision 002 and of deploy/nginx.conf.
  expect(fresh.headers.get('cache-control')).toContain('stale-if-error=60')

  await Promise.all(['/1', '/2', '/3'].map((path) => door.get(path, reader)))
  const waiting: (() => void)[] = []
  render = async () => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    return { status: 200, html: page, form, tags: new Set(['lists']) }
  }
  door.changed(['lists'])
  const others = ['/1', '/2', '/3'].map((path) => door.get(path, { address: path, rank: 'known' }))
  await vi.waitFor(() => expect(waiting).toHaveLength(3))
  const old = await get('/en')
  expect([old.status, old.headers.get('x-accel-expires')]).toEqual([200, null])
  expect(old.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  waiting.forEach((go) => go())
  await Promise.all(others)
})

test('a page on which a language was chosen before it has that choice; where there is none it is the page', async () => {
  const radio = (id: string, more = '') =>
    `<input type="radio" id="comments-in-${id}" name="comments-in" value=""${more}/>`
  render = async () => ({
    status: 200,
    html: page.replace('<article', () => `${radio('all', ' checked=""')}${radio('ja')}$&<article`),
  })
  const chosen = await (await get('/en/chapters/a/comments/2?comments-in=ja')).text()
  expect(chosen).toContain(`${radio('all')}<input checked="" type="radio" id="comments-in-ja"`)
  const plain = await (await get('/en/chapters/a/comments/2')).text()
  expect(chosen).toBe(
    plain
      .replace(' checked=""', '')
      .replace(radio('ja'), (one) => one.replace('<input', '<input checked=""')),
  )
  expect(await (await get('/en/chapters/a/comments/2?comments-in=ar')).text()).toBe(plain)
  const answer = await get('/en/chapters/a?comments-in=ja')
  expect(answer.headers.get('cache-control')).toContain('s-maxage=1')
})

test.each(templateNames)('a reader without scripts answers %j by this name', async (name) => {
  render = async () => ({
    status: 200,
    html: page,
    form: { ...form, answerable: new Map([[comment, name]]) },
  })
  const answer = await (await get(`/en/chapters/a?reply=${comment}`)).text()
  expect(answer).toContain(`"parentName":${JSON.stringify(name)}`)
})

test('nothing but our own word in the address says that a comment was received', async () => {
  for (const posted of ['anything', 'pending', comment, 'A'.repeat(52)]) {
    const answer = await get(`/en/chapters/a?posted=${posted}`)
    expect(answer.headers.get('cache-control'), posted).toBe('private, no-store')
    expect([answer.status, await answer.text()], posted).toEqual([
      200,
      expect.not.stringContaining('received'),
    ])
  }
  const { receivedPath } = await import('./comments/comment-response')
  const shown = async (chapterId: string) => {
    const path = receivedPath('/en/chapters/a', { commentId: comment, chapterId })
    return (await get(path.replace(/#.*/, ''))).text()
  }
  expect(await shown(chapter)).toContain('"status":"received"')
  // A comment of another chapter was not received here.
  expect(await shown('01a208af-3488-74c4-9140-a2d8a403899f')).toBe(await (await get('/en/chapters/a')).text())
})

test('a coding of the body that nobody takes off is not implemented', async () => {
  const { port } = server.address() as AddressInfo
  const first = (coding: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`POST /nothing HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: ${coding}\r\n\r\n0\r\n\r\n`),
      )
      socket.once('data', (data) => {
        socket.destroy()
        resolve(String(data).split('\r\n')[0]!)
      })
    })
  for (const coding of ['xchunked', 'gzip', 'identity', 'gzip, chunked'])
    expect(await first(coding), coding).toBe('HTTP/1.1 501 Not Implemented')
  expect(await first('Chunked')).not.toContain('501')
})

test('an address in absolute form reaches Next as its path alone', async () => {
  const paths: (string | undefined)[] = []
  for (const path of ['http://other.example/sign-in', 'HTTPS://other.example:1/sign-in?x=1']) {
    const heard = await new Promise<IncomingMessage>((resolve) => {
      const { port } = server.address() as AddressInfo
      httpRequest({ port, host: '127.0.0.1', path }, resolve).end()
    })
    heard.resume()
    paths.push(heard.headers['x-asked'] as string)
  }
  expect(paths).toEqual(['/sign-in', '/sign-in?x=1'])
})

test('what is not there is looked up and not rendered: one kept page of each language says so', async () => {
  const known = render
  const rendered: string[] = []
  render = async (path) => {
    rendered.push(path)
    return known(path)
  }
  const paths = Array.from({ length: 20 }, (_, place) => `/en/chapters/none-${place}`)
  const answers = await Promise.all(paths.map((path) => get(path)))
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404))
  expect(new Set(await Promise.all(answers.map((answer) => answer.text())))).toEqual(
    new Set(['<main>Nothing here</main>']),
  )
  // What may have been meant is made, where there is room, under a path of its own.
  expect(rendered.filter((path) => !path.startsWith('/en/-'))).toEqual([])
  expect(rendered.filter((path) => path === '/en/-')).toHaveLength(1)
  expect((await get('/xx/chapters/a')).status).toBe(404)
  expect((await get('/ja/chapters/gone-for-good')).status).toBe(410)
  expect((await get('/feeds/en/tags/none/rss.xml')).status).toBe(404)
  expect(rendered.filter((path) => !/\/-/.test(path))).toEqual([])
})

test('a page that is not there is shown what may have been meant, when there is room to look for it', async () => {
  const known = render
  const waiting: (() => void)[] = []
  render = async (path) => {
    if (path.startsWith('/en/-/')) return { status: 404, html: `<main>You may mean ${path}</main>` }
    if (path.startsWith('/en/chapters/slow')) await new Promise<void>((resolve) => waiting.push(resolve))
    return known(path)
  }
  expect(await (await get('/en/chapters/none')).text()).toBe('<main>You may mean /en/-/none</main>')
  const slow = get('/en/chapters/slow')
  await until(() => expect(waiting).toHaveLength(1))
  expect(await (await get('/en/chapters/none-other')).text()).toBe('<main>Nothing here</main>')
  waiting.forEach((go) => go())
  expect((await slow).status).toBe(200)
  // Under the paths at which these are kept there is nothing.
  await get('/en/chapters/gone')
  expect((await get('/en/-/none')).status).toBe(404)
  expect((await get('/en/-gone')).status).toBe(404)
})

test('who asks while too many wait is told when to come back, in the reader’s language and without a rendering', async () => {
  const shell = '<html><head><title>404</title></head><body><main>Nothing here</main></body></html>'
  const waiting: (() => void)[] = []
  let rendered = 0
  render = async (path) => {
    if (path.endsWith('/-')) return { status: 404, html: shell, lasting: true }
    rendered += 1
    await new Promise<void>((resolve) => waiting.push(resolve))
    return { status: 200, html: page, form }
  }
  await get('/ja/-')
  const flood = Array.from({ length: 110 }, (_, place) => get(`/ja/chapters/${place}`))
  const answers: Response[] = []
  flood.forEach((answer) => void answer.then((one) => answers.push(one)))
  await until(() => expect(answers).toHaveLength(8)) // two run and a hundred wait
  const [busy] = answers
  expect([busy!.status, busy!.headers.get('retry-after'), busy!.headers.get('cache-control')]).toEqual([
    ...[503, '5', 'private, no-store'],
  ])
  expect(await busy!.text()).toContain('<h1>しばらくお待ちください</h1>')
  expect(rendered).toBe(2)
  const feed = await get('/feeds/ja/chapters/x/rss.xml')
  expect([feed.status, feed.headers.get('retry-after'), feed.headers.get('content-type')]).toEqual([
    ...[503, '5', 'text/plain; charset=utf-8'],
  ])
  const timer = setInterval(() => waiting.splice(0).forEach((go) => go()), 1)
  const statuses = (await Promise.all(flood)).map(({ status }) => status)
  clearInterval(timer)
  expect(statuses.filter((status) => status === 200)).toHaveLength(102)
})

test('nothing is looked up or rendered for who has left', async () => {
  const waiting: (() => void)[] = []
  const rendered: string[] = []
  render = async (path) => {
    rendered.push(path)
    await new Promise<void>((resolve) => waiting.push(resolve))
    return { status: 200, html: page, form }
  }
  const two = ['/en/a', '/en/b'].map((path) => get(path))
  await until(() => expect(rendered).toHaveLength(2))
  const leaving = new AbortController()
  const left = Array.from({ length: 30 }, (_, place) =>
    fetch(`${url}/en/left-${place}`, { signal: leaving.signal }).catch(() => undefined),
  )
  await until(() => expect(door.size.waiting.known).toBe(30))
  leaving.abort()
  await Promise.all(left)
  await until(() => expect(door.size.waiting.known).toBe(0))
  waiting.forEach((go) => go())
  await Promise.all(two)
  expect(rendered).toEqual(['/en/a', '/en/b'])
})

test('the page to which an action leads, which Next asks for meanwhile, does not wait for the turn of that call', async () => {
  const asked: (string | undefined)[] = []
  application = async (request, response) => {
    asked.push(`${request.method} ${request.url}`)
    if (request.method !== 'POST') return void response.end(String(request.headers['x-inner-request']))
    const { 'content-length': _length, 'content-type': _type, ...headers } = request.headers
    const inner = await fetch(`${url}/sign-in`, { headers: headers as Record<string, string> })
    response.end(await inner.text())
  }
  const call = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: '[]',
    headers: { origin: url, 'next-action': 'x', 'content-type': 'text/plain' },
    signal: AbortSignal.timeout(2_000),
  })
  expect(await call.text()).toBe('undefined')
  expect(asked).toEqual(['POST /sign-in', 'GET /sign-in'])
  // What a stranger writes there is taken off, and waits like anything else.
  expect(await (await get('/sign-in', { 'x-inner-request': 'x'.repeat(43) })).text()).toBe('undefined')
})

test('the sign-in waits for readers’ pages, and who has left is not answered', async () => {
  const waiting: (() => void)[] = []
  render = async () => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    return { status: 200, html: page, form }
  }
  const shell = get('/en/-')
  await until(() => expect(waiting).toHaveLength(1))
  waiting.pop()!()
  await shell
  const reading = get('/en/slow')
  await until(() => expect(waiting).toHaveLength(1))
  const leaving = new AbortController()
  const strangers = ['/sign-in', '/welcome/x', '/desk', '/api/auth/session'].map((path) =>
    fetch(url + path, { signal: leaving.signal }).catch(() => undefined),
  )
  await until(() => expect(turns.size).toMatchObject({ running: 1, unknown: 4 }))
  const more = ['/sign-in', '/welcome/y', '/desk'].map((path) =>
    fetch(url + path, { signal: leaving.signal, headers: { accept: 'text/html' } }).catch(() => undefined),
  )
  const refused = (await Promise.race(more))!
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
  expect(await refused.text()).toContain('<h1>Back in a moment</h1>')
  leaving.abort()
  await Promise.all([...strangers, ...more])
  await until(() => expect(turns.size.unknown).toBe(0))
  const token = await encode({ token: { personId: 'x', sessionVersion: 1 }, secret: sessionSecret() })
  const { name } = sessionCookie()
  const staff = await fetch(`${url}/desk`, { headers: { cookie: `${name}=${token}` } })
  expect(await staff.text()).toBe('application 127.0.0.1')
  const guessing = fetch(`${url}/desk`, { headers: { cookie: `${name}=${token}x` } })
  await until(() => expect(turns.size.unknown).toBe(1))
  waiting.forEach((go) => go())
  expect((await reading).status).toBe(200)
  expect((await guessing).status).toBe(200)
  await until(() => expect(turns.size.running).toBe(0))
})
