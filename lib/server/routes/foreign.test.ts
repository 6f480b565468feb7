import { once } from 'node:events'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SiteServerOptions } from './route'
import { siteServer } from '../site-server'
import { routes } from './table'

// What another site's page may have a browser send, and what a program sends that is no browser.
const elsewhere: Record<string, string>[] = [
  {},
  { origin: 'null' },
  { origin: 'https://other.example' },
  { origin: 'https://house.example:8443' },
  { origin: 'https://house.example', 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
]
const ours: Record<string, string>[] = [
  { origin: 'https://house.example' },
  { 'sec-fetch-site': 'same-origin' },
]

const edition = '01a208af-3488-74c4-9140-a2d8a403899e'
let read: string[]
let asked: string[]
// Only what these addresses come to: anything else that is reached is an exception, and so a 503.
const server = createServer(
  siteServer({
    siteUrl: 'https://house.example',
    trustedHops: 0,
    door: { inMemory: () => undefined },
    reads: { note: (_address: string, _agent: string, one: string) => void read.push(one) },
    desk: async ({ response }: { response: ServerResponse }, request: IncomingMessage) => {
      asked.push(request.url!)
      response.end()
      return 'answered'
    },
  } as unknown as SiteServerOptions),
)
let url: string
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  read = []
  asked = []
})

const post = (path: string, headers: Record<string, string>, body: BodyInit) =>
  fetch(url + path, { method: 'POST', headers, body, redirect: 'manual' })

test('who decides by itself from where it may be asked, decides it here or has a proof of its own', () => {
  const byThemselves = routes.filter(({ guard }) => guard === 'by-itself').map(({ name }) => name)
  expect(byThemselves.sort()).toEqual([
    'akismet', // signed with our key
    'comments', // site-server.test.ts: a form from elsewhere
    'own-comment', // whoever has the link
    'readings', // below
  ])
})

test('a reading that another site tells of is answered alike, and not counted', async () => {
  for (const headers of elsewhere) expect((await post('/api/read', headers, edition)).status).toBe(204)
  expect(read).toEqual([])
  for (const headers of ours) expect((await post('/api/read', headers, edition)).status).toBe(204)
  expect(read).toEqual([edition, edition])
})

test.each(['/sign-in', '/desk/queue', '/desk/chapters/a', '/api/auth/signout', '/api/pictures'])(
  '%s is not asked for anything that another site wants changed',
  async (path) => {
    for (const headers of elsewhere) expect((await post(path, headers, 'x=1')).status).toBe(403)
    expect(asked).toEqual([])
  },
)
