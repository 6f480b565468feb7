import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { inject } from 'light-my-request'
import { encode } from 'next-auth/jwt'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setRuntime } from '@/lib/kernel/env'
import { sessionCookie, sessionSecret } from '@/lib/people/sessions/session-cookie'
import { Document } from '../documents/document'
import { emptyPage } from '../documents/pages'
import type { SiteContext, Visit } from '../routes/route'
import { markInner } from '../turns/inner-request'
import type { Waiter } from '../turns/types'
import { deskHere } from '../desk/desk-here'
import type { FairQueue } from '../turns/fair-queue'
import { askApplication } from './ask-application'

beforeEach(() =>
  setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl: 'http://localhost:3000' }),
)
afterEach(() => void vi.useRealTimers())

const shell = '<html><head><title>404</title></head><body>Nothing</body></html>'
const busyIn: string[] = []

/** A site whose turns are given at once, or never. */
function aSite({ turnedAway = false } = {}) {
  const turns: { waiter: Waiter; over: boolean }[] = []
  const application = vi.fn(
    (_request: IncomingMessage, response: ServerResponse) => void response.end('Next'),
  )
  const queue = {
    async run<Value>(waiter: Waiter, work: () => Promise<Value>) {
      if (turnedAway) return undefined
      const turn = { waiter, over: false }
      turns.push(turn)
      return work().finally(() => (turn.over = true))
    },
  }
  const site = {
    desk: deskHere(application, queue as unknown as FairQueue),
    headers: { common: { 'x-common': 'yes' }, personal: { 'x-personal': 'yes' } },
    renderAway: (locale: string) => `<h1>Busy in ${locale}</h1>`,
    door: { inMemory: (path: string) => (busyIn.push(path), new Document(404, shell)) },
  }
  return { site: site as unknown as SiteContext, application, turns }
}

const asked = (method = 'GET', headers: Record<string, string> = {}) =>
  Object.assign(new IncomingMessage(new Socket()), { method, url: '/desk', headers })

function visit(site: SiteContext, request: IncomingMessage) {
  const response = new ServerResponse(request)
  const left = new AbortController().signal
  return { visit: { site, request, response, ip: '::ffff:192.0.2.1', left } as Visit, response, left }
}

test('who asks waits for a turn of an address, after readers, and is answered under the common headers', async () => {
  const { site, application, turns } = aSite()
  const request = asked()
  const { visit: one, response, left } = visit(site, request)
  const answered = askApplication(one, request)
  await vi.waitFor(() => expect(application).toHaveBeenCalledExactlyOnceWith(request, response))
  expect(turns).toEqual([{ waiter: { address: '192.0.2.1', rank: 'unknown', signal: left }, over: false }])
  expect(response.getHeader('x-common')).toBe('yes')
  // Node tells the operator of more than ten, and there are eleven.
  expect(response.getMaxListeners()).toBe(30)
  response.emit('close')
  await answered
  expect(turns[0]!.over).toBe(true)
  // Its compression's own is left.
  expect(response.listenerCount('close')).toBe(1)
})

test('who carries a session of ours is known', async () => {
  const token = await encode({ token: { personId: 'x', sessionVersion: 1 }, secret: sessionSecret() })
  for (const [cookie, rank] of [
    [`${sessionCookie().name}=${token}`, 'known'],
    [`${sessionCookie().name}=${token}x`, 'unknown'],
  ] as const) {
    const { site, turns } = aSite()
    const request = asked('GET', { cookie })
    const { visit: one, response } = visit(site, request)
    const answered = askApplication(one, request)
    await vi.waitFor(() => expect(turns[0]?.waiter.rank).toBe(rank))
    response.emit('close')
    await answered
  }
})

test.each([
  ['POST', true],
  ['GET', false],
  ['HEAD', false],
])(
  'of a %s the answer may lead to a page of which Next asks us within the turn: %s',
  async (method, marked) => {
    const { site, turns, application } = aSite()
    const request = asked(method)
    const { visit: one, response } = visit(site, request)
    const answered = askApplication(one, request)
    await vi.waitFor(() => expect(application).toHaveBeenCalled())
    const within = asked('GET', { ...(request.headers as Record<string, string>) })
    const { visit: inner, response: itsResponse } = visit(site, within)
    const answeredWithin = askApplication(inner, within)
    if (!marked) await vi.waitFor(() => expect(turns).toHaveLength(2))
    response.emit('close')
    itsResponse.emit('close')
    await Promise.all([answered, answeredWithin])
    expect(turns).toHaveLength(marked ? 1 : 2)
    expect(itsResponse.getHeader('x-common')).toBe('yes')
  },
)

test('what Next asks within a turn waits for nothing, however it is answered', async () => {
  const { site, application } = aSite({ turnedAway: true })
  const request = asked()
  markInner(request)
  const { visit: one, response } = visit(site, request)
  await askApplication(one, request)
  expect(application).toHaveBeenCalledExactlyOnceWith(request, response)
})

test('who reads slowly keeps the turn for three seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { site, turns, application } = aSite()
  const request = asked()
  const answered = askApplication(visit(site, request).visit, request)
  // Each look at it is a millisecond of this clock.
  await vi.waitFor(() => expect(application).toHaveBeenCalled(), { interval: 1 })
  await vi.advanceTimersByTimeAsync(2_900)
  expect(turns[0]!.over).toBe(false)
  await vi.advanceTimersByTimeAsync(100)
  await answered
  expect(turns[0]!.over).toBe(true)
})

test('who has left already, or is answered at once, keeps it no longer, and nothing is left to wait for', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { site } = aSite()
  const request = asked()
  const { visit: one, response } = visit(site, request)
  Object.defineProperty(response, 'closed', { value: true })
  await askApplication(one, request)
  expect(vi.getTimerCount()).toBe(0)
})

const turnedAway = (headers: Record<string, string>) =>
  inject(
    (raw, response) => {
      const request = raw as unknown as IncomingMessage
      const left = new AbortController().signal
      const { site } = aSite({ turnedAway: true })
      void askApplication({ site, request, response, ip: '192.0.2.1', left } as unknown as Visit, request)
    },
    { url: '/desk', headers },
  )

test.each<Record<string, string>>([
  { 'sec-fetch-mode': 'navigate' },
  { accept: 'text/html,application/xhtml+xml' },
])('a person for whom there was no turn reads so in a page: %j', async (headers) => {
  busyIn.length = 0
  const answer = await turnedAway(headers)
  expect([answer.statusCode, answer.headers['retry-after'], answer.headers['x-personal']]).toEqual([
    503,
    '5',
    'yes',
  ])
  expect(answer.payload).toContain('<h1>Busy in en</h1>')
  expect(busyIn).toEqual([emptyPage('en')])
})

test.each<Record<string, string>>([{}, { 'sec-fetch-mode': 'cors' }, { accept: 'application/json' }])(
  'a script gets the sentence: %j',
  async (headers) => {
    const answer = await turnedAway(headers)
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
    expect(answer.payload).toMatch(/^The site cannot answer just now\./)
  },
)
