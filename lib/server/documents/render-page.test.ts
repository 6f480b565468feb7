import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test, vi } from 'vitest'
import { noteTags } from '@/lib/kernel/page-tags'
import { Document } from './document'
import { pageRenderer, type DirectPage } from './render-page'

const frame = '<html><head><title>Frame</title></head><body>Its own</body></html>'
const noDirectPage = () => undefined

/** What Next is asked for, and what it answers. */
function next(answer: (url: string, response: ServerResponse) => void) {
  const asked: { url: string; method: string; host?: string; browser?: string }[] = []
  const application = (request: IncomingMessage, response: ServerResponse) => {
    const { host, 'user-agent': browser } = request.headers
    asked.push({ url: request.url!, method: request.method!, host, browser })
    answer(request.url!, response)
  }
  const render = pageRenderer({
    application,
    directPage: noDirectPage,
    frameOf: () => new Document(200, frame),
  })
  return { asked, render }
}

test('a page is asked of Next, and has noted what it is made of', async () => {
  const { asked, render } = next((_url, response) => {
    noteTags('chapter:1')
    response.writeHead(200, { 'content-type': 'text/xml' }).end('<page/>')
  })
  expect(await render('/en/chapters/a?x=1')).toEqual({
    status: 200,
    html: '<page/>',
    type: 'text/xml',
    tags: new Set(['chapter:1']),
    until: Infinity,
    form: undefined,
  })
  // In no browser: see `htmlLimitedBots` in next.config.js.
  expect(asked).toEqual([{ url: '/en/chapters/a?x=1', method: 'GET', host: 'localhost', browser: '' }])
})

test('what says nothing of its type has none', async () => {
  const { render } = next((_url, response) => response.writeHead(500).end('stack'))
  expect(await render('/en')).toMatchObject({ status: 500, html: 'stack', type: '' })
})

test.each([
  ['/en/-', '/en/missing', 404],
  ['/ja/-', '/ja/missing', 404],
  ['/ar/-gone', '/ar/gone', 410],
])(
  '%s stands for many addresses: it is %s, says %i, and is made of words alone',
  async (path, room, status) => {
    const { asked, render } = next((url, response) => {
      noteTags('lists')
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>${url}</p>`)
    })
    expect(await render(path)).toMatchObject({
      status,
      html: `<p>${room}</p>`,
      lasting: true,
      tags: new Set(['words']),
    })
    expect(asked.map(({ url }) => url)).toEqual([room])
  },
)

test('while that page itself cannot be made it says so', async () => {
  const { render } = next((_url, response) => response.writeHead(500).end('stack'))
  const page = await render('/en/-')
  expect(page).toMatchObject({ status: 500, html: 'stack' })
  expect(page.lasting).toBeUndefined()
})

function direct(page: DirectPage, frameOf = vi.fn(() => new Document(200, frame))) {
  const make = async () => {
    noteTags('lists')
    return page
  }
  const application = () => {
    throw new Error('Next was asked')
  }
  const directPage = (path: string) =>
    path === '/ja/search?q=x' ? { locale: 'ja' as const, make } : undefined
  return { render: pageRenderer({ application, directPage, frameOf }), frameOf }
}

test('a page that is made without Next has the frame of its language, and notes what it is made of', async () => {
  const { render, frameOf } = direct({ status: 200, head: '<title>Found</title>', body: '<p>Finds</p>' })
  expect(await render('/ja/search?q=x')).toMatchObject({
    status: 200,
    html: '<html><head><title>Found</title></head><body><p>Finds</p></body></html>',
    tags: new Set(['lists']),
  })
  expect(frameOf).toHaveBeenCalledExactlyOnceWith('ja')
})

test('without a body there is no such page, and nobody is asked for its frame', async () => {
  const { render, frameOf } = direct({ status: 404, body: '' })
  expect(await render('/ja/search?q=x')).toMatchObject({ status: 404, html: '' })
  expect(frameOf).not.toHaveBeenCalled()
})

test('while there is no frame there is no page', async () => {
  const { render } = direct(
    { status: 200, body: 'Finds' },
    vi.fn(() => new Document(503, '')),
  )
  expect(await render('/ja/search?q=x')).toMatchObject({ status: 503, html: '' })
})
