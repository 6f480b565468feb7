import { randomUUID } from 'node:crypto'
import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aComment, aPerson, aSession } from '@/lib/db/testing/factories'
import { decide } from '@/lib/moderation/decisions/commands'
import { liveAddress, type Happening } from '@/lib/moderation/live/schema'
import { newClaims } from '@/lib/people/sessions/auth-options'
import { sessionCookie, sessionSecret } from '@/lib/people/sessions/session-cookie'
import { LiveDesk } from '../../live/live-desk'
import { startBus, type Bus } from '../../process/bus'
import { siteServer, type SiteServerOptions } from '../../site-server'

type Person = Awaited<ReturnType<typeof aPerson>>

let ahead = 0
const live = new LiveDesk(() => Date.now() + ahead)
const siteUrl = 'http://localhost:3000'
const server = createServer(
  siteServer({
    siteUrl,
    trustedHops: 0,
    live,
    door: { inMemory: () => undefined },
  } as unknown as SiteServerOptions),
)
let bus: Bus
beforeAll(async () => {
  bus = await startBus(process.env.DATABASE_URL!, {
    changed() {},
    hearing() {},
    atDesk: (payload) => live.heard(payload),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  live.close()
  server.closeAllConnections()
  server.close()
  await bus.stop()
})

async function cookieOf({ id }: Person) {
  const token = await encode({ token: newClaims(await aSession(id)), secret: sessionSecret() })
  return `${sessionCookie().name}=${token}`
}

async function ask(headers: Record<string, string>, { method = 'GET', body = '', query = '' } = {}) {
  const { port } = server.address() as AddressInfo
  return new Promise<IncomingMessage>((resolve, reject) =>
    request({ port, host: '127.0.0.1', path: liveAddress + query, method, headers, agent: false }, resolve)
      .on('error', reject)
      .end(body),
  )
}

async function openDesk(person: Person, headers = {}, query = `?since=${Date.now() + 200}`) {
  const answer = await ask({ cookie: await cookieOf(person), ...headers }, { query })
  let text = ''
  let isOver = false
  answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
  answer.on('end', () => (isOver = true))
  await expect.poll(() => text).toContain('retry: 1000')
  return {
    answer,
    told: () => [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!) as Happening),
    isOver: () => isOver,
  }
}

// Tests come in any order, and those before have left what they did.
const about = (desk: { told: () => Happening[] }, id: string) =>
  desk.told().filter((one) => JSON.stringify(one).includes(id))

const actorOf = ({ id, name }: Person) => ({ id, name, role: 'editor' }) as const

test('what one decides the other hears, as it is committed', async () => {
  const [edith, rea] = [await aPerson({ name: 'Edith' }), await aPerson({ name: 'Rea' })]
  const desk = await openDesk(rea)
  expect(desk.answer.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  })
  const { id } = await aComment()
  await decide(actorOf(edith), { commentId: id, seen: 'pending', becomes: 'trash' })
  await expect.poll(() => about(desk, id)).toHaveLength(1)
  expect(about(desk, id)[0]).toMatchObject({
    by: { id: edith.id, name: 'Edith' },
    moves: [{ id, to: 'trash' }],
  })
})

test('what one looks at the other is told', async () => {
  const [edith, rea] = [await aPerson({ name: 'Edith' }), await aPerson()]
  const desk = await openDesk(rea)
  const [tab, comment] = [randomUUID(), randomUUID()]
  const headers = { cookie: await cookieOf(edith), origin: siteUrl }
  const answer = await ask(headers, { method: 'POST', body: JSON.stringify({ tab, comment }) })
  expect(answer.statusCode).toBe(204)
  await expect.poll(() => about(desk, comment)).toHaveLength(1)
  expect(about(desk, comment)[0]).toMatchObject({ kind: 'looking', by: { id: edith.id }, tab, comment })
})

test.each([
  ['by when the list was read', {}, (at: number) => `?since=${at}`],
  ['by what was heard last', (at: number) => ({ 'last-event-id': String(at) }), () => '?since=1'],
])('what happened before the desk was open is told %s', async (_, headers, query) => {
  const before = Date.now() + 150
  await expect.poll(() => Date.now()).toBeGreaterThan(before + 50)
  const { id } = await aComment()
  await decide(actorOf(await aPerson()), { commentId: id, seen: 'pending', becomes: 'spam' })
  const given = typeof headers === 'function' ? headers(before) : headers
  const desk = await openDesk(await aPerson(), given, query(before))
  await expect.poll(() => about(desk, id)).toMatchObject([{ kind: 'moved', moves: [{ id, to: 'spam' }] }])
})

test.each(['', '?since=', '?since=yesterday', '?since=-1', '?since=NaN'])(
  'who says %j knows nothing',
  async (query) => {
    const desk = await openDesk(await aPerson(), {}, query)
    expect(desk.told()[0]).toEqual({ kind: 'much' })
  },
)

test.each([
  ['{}', 400],
  ['[', 400],
  ['', 400],
  [JSON.stringify({ tab: randomUUID(), comment: 'all of them' }), 400],
  ['x'.repeat(201), 413],
])('%j is no look: %i', async (body, status) => {
  const headers = { cookie: await cookieOf(await aPerson()), origin: siteUrl }
  expect((await ask(headers, { method: 'POST', body })).statusCode).toBe(status)
})

test('a stranger hears nothing, and nor does who may not moderate, is disabled or whose sessions were ended', async () => {
  expect((await ask({})).statusCode).toBe(401)
  expect((await ask({ cookie: `${sessionCookie().name}=nonsense` })).statusCode).toBe(401)
  expect((await ask({ cookie: await cookieOf(await aPerson({ role: 'writer' })) })).statusCode).toBe(403)
  const person = await aPerson()
  const cookie = await cookieOf(person)
  await db.person.update({ where: { id: person.id }, data: { disabledAt: new Date() } })
  expect((await ask({ cookie })).statusCode).toBe(401)
  expect((await ask({ cookie, origin: siteUrl }, { method: 'POST', body: '{}' })).statusCode).toBe(401)
})

test('another site cannot say what somebody looks at', async () => {
  const headers = { cookie: await cookieOf(await aPerson()), origin: 'https://other.example' }
  expect((await ask(headers, { method: 'POST', body: '{}' })).statusCode).toBe(403)
})

test('whose sessions end while a desk is open hears nothing of what happens then', async () => {
  const [edith, rea] = [await aPerson(), await aPerson()]
  const desk = await openDesk(rea)
  await db.person.update({ where: { id: rea.id }, data: { sessionVersion: { increment: 1 } } })
  ahead += 1_000
  const { id } = await aComment()
  await decide(actorOf(edith), { commentId: id, seen: 'pending', becomes: 'spam' })
  await expect.poll(desk.isOver).toBe(true)
  expect(about(desk, id)).toEqual([])
})
