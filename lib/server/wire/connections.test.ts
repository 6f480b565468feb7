import { afterEach, describe, expect, test, vi } from 'vitest'
import { heldMemory } from '@/lib/kernel/testing/memory'
import type { Limits } from '../http/listen'
import { aWireSite, pages, ways, type WireSite } from './testing/wire-site'
import { readAnswers, WireClient } from './testing/wire-client'

vi.mock('@/lib/comments/discussion/form-queries', () => ({ formRules: async () => ({}) }))

// What HTTP promises of connections, on the wire: who may ask again, for how long, and who is let go.

describe.each(ways)('%s', (way) => {
  let site: WireSite
  const clients: WireClient[] = []
  const begin = async (limits: Partial<Limits> = {}) => {
    site = await aWireSite(way, limits)
    return client()
  }
  const client = async () => {
    const one = await WireClient.to(site.port)
    clients.push(one)
    return one
  }
  const connections = () =>
    new Promise<number>((resolve, reject) =>
      site.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    )
  // A busy machine takes its time.
  const until = (holds: () => unknown) => vi.waitFor(holds, { timeout: 20_000, interval: 5 })

  afterEach(async () => {
    clients.splice(0).forEach((one) => one.leave())
    await site.close()
  })

  const ask = (method: string, path: string, ...lines: string[]) =>
    [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...lines, '', ''].join('\r\n')
  const get = (path: string, ...lines: string[]) => ask('GET', path, ...lines)

  describe('a connection', () => {
    test('serves any number of requests, and says for how long it waits for the next', async () => {
      const one = await begin()
      for (let count = 0; count < 200; count++) {
        const { status, headers } = await one.answer(get(count % 2 ? pages.home : pages.large))
        expect(status).toBe(200)
        expect([headers.connection, headers['keep-alive']]).toEqual(['keep-alive', 'timeout=65'])
      }
      expect(await connections()).toBe(1)
    })

    test('that asks for nothing more is let go after its time, and not before', async () => {
      const one = await begin({ keepAliveTimeout: 200, keepAliveTimeoutBuffer: 0 })
      const begun = performance.now()
      await one.answer(get(pages.home))
      await one.answer(get(pages.home))
      await one.untilEnd()
      // Node's timers may be a millisecond early.
      expect(performance.now() - begun).toBeGreaterThan(198)
      await until(async () => expect(await connections()).toBe(0))
    })

    test('ends with the answer where the client wants it so', async () => {
      await begin()
      for (const close of ['close', 'Close', 'foo, close', 'close, keep-alive'])
        for (const method of ['GET', 'HEAD']) {
          const one = await client()
          one.send(ask(method, pages.home, `Connection: ${close}`) + get(pages.large))
          const { answers, rest } = readAnswers(Buffer.from(await one.untilEnd(), 'latin1'), [method])
          expect([answers[0]!.status, answers[0]!.headers.connection, rest.length]).toEqual([200, 'close', 0])
        }
    })

    test('of HTTP/1.0 ends with the answer, unless the client asks to keep it', async () => {
      await begin()
      const old = (path: string, ...lines: string[]) =>
        [`GET ${path} HTTP/1.0`, ...lines, '', ''].join('\r\n')
      const plain = await client()
      plain.send(old(pages.home) + old(pages.home))
      const { answers, rest } = readAnswers(Buffer.from(await plain.untilEnd(), 'latin1'), ['GET'])
      expect([answers[0]!.headers.connection, rest.length]).toEqual(['close', 0])
      const kept = await client()
      kept.send(old(pages.home, 'Connection: keep-alive'))
      const [first] = await kept.answers('GET')
      expect(first!.headers.connection).toBe('keep-alive')
      kept.send(old(pages.large))
      await kept.answers('GET', 'GET')
      expect(await kept.untilEnd()).toContain('Connection: close')
    })

    test('whose client has ended its side still gets its answers', async () => {
      await begin()
      for (const paths of [
        [pages.home],
        [pages.large, pages.home, pages.large],
        Array<string>(50).fill(pages.large),
      ]) {
        const one = await client()
        one.socket.end(paths.map((path) => get(path)).join(''))
        const heard = Buffer.from(await one.untilEnd(), 'latin1')
        const { answers, rest } = readAnswers(heard, Array<string>(paths.length).fill('GET'))
        expect([answers.length, rest.length]).toEqual([paths.length, 0])
      }
    })

    test('that ends in the middle of a request is told that it was none', async () => {
      const one = await begin()
      one.socket.end(get(pages.home) + get(pages.home).slice(0, -2))
      expect(await one.untilEnd()).toMatch(/<\/html>HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/)
    })

    test('whose client has left is forgotten, and disturbs nobody', async () => {
      const stays = await begin()
      await stays.answer(get(pages.home))
      for (let count = 0; count < 20; count++) {
        const one = await client()
        one.send(get(pages.large).repeat(50))
        if (count % 2) await one.answers('GET')
        if (count % 3) one.socket.resetAndDestroy()
        else one.leave()
      }
      await until(async () => expect(await connections()).toBe(1))
      expect((await stays.answer(get(pages.home))).status).toBe(200)
    })
  })

  describe('who is slow', () => {
    const quick = { headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 20 }
    const late = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

    test.each([
      ['says nothing', ''],
      ['does not end its head', `GET ${pages.home} HTTP/1.1\r\nHost: localhost\r\n`],
      ['does not end its first word', 'GE'],
    ])('and %s, is let go', async (_who, said) => {
      const one = await begin(quick)
      if (said) one.send(said)
      expect(await one.untilEnd()).toBe(late)
    })

    test('after an answer and does not end the next head, is let go', async () => {
      const one = await begin(quick)
      await one.answer(get(pages.home))
      one.send('GET /en HT')
      expect(await one.untilEnd()).toMatch(new RegExp(`</html>${late}$`))
    })

    test('and says a byte now and then, is let go all the same', async () => {
      const one = await begin(quick)
      const dripping = setInterval(() => one.send('x'), 20)
      one.send(`GET ${pages.home} HTTP/1.1\r\nX: `)
      const heard = await one.untilEnd()
      clearInterval(dripping)
      expect(heard).toBe(late)
    })
  })

  describe('who reads a byte now and then', () => {
    /** Asks for more than any kernel takes off our hands, and reads none of it. */
    const deaf = async () => {
      const one = await client()
      one.socket.pause()
      one.send(get(pages.large).repeat(800))
      return one
    }

    test('costs a few of its answers in memory, and no other reader time', async () => {
      const other = await begin()
      await other.answer(get(pages.large))
      const before = heldMemory().external
      const slow = await Promise.all(Array.from({ length: 8 }, deaf))
      const reading = setInterval(() => slow.forEach(({ socket }) => socket.read(1)), 10)
      for (let count = 0; count < 100; count++)
        expect((await other.answer(get(pages.large))).status).toBe(200)
      clearInterval(reading)
      // They have asked for 1.3 GB.
      expect(heldMemory().external - before).toBeLessThan(128 * 1024 * 1024)
    })

    test('is let go when nothing has moved for a while', async () => {
      await begin({ timeout: 300, headersTimeout: 0, requestTimeout: 0 })
      const slow = await deaf()
      await until(async () => expect(await connections()).toBe(2))
      const reading = setInterval(() => slow.socket.read(1), 20)
      await until(async () => expect(await connections()).toBe(1))
      clearInterval(reading)
    })

    test('gets all of it when it reads on', async () => {
      await begin()
      const slow = await deaf()
      await until(() => expect(slow.socket.readableLength).toBeGreaterThan(0))
      slow.socket.resume()
      const methods = Array<string>(800).fill('GET')
      let left = methods.length
      // Read as they come: all of them are more than is good to hold.
      let bytes: Buffer = Buffer.alloc(0)
      slow.socket.removeAllListeners('data')
      slow.socket.on('data', (chunk: Buffer) => {
        const { answers, rest } = readAnswers(
          Buffer.concat([bytes, chunk]),
          methods.slice(0, Math.min(left, 40)),
        )
        bytes = rest
        left -= answers.length
      })
      await until(() => expect(left).toBe(0))
    })
  })

  describe('when the site is stopped', () => {
    test('connections without a request end at once, whatever they did before', async () => {
      const [used, other] = [await begin(), await client()]
      await used.answer(get(pages.home))
      await other.answer(get('/nothing'))
      await site.close(60_000)
      for (const one of [used, other]) await one.untilEnd()
    })

    test('a request in flight is answered first', async () => {
      const one = await begin()
      one.send(get(pages.home) + get(pages.slow))
      await one.answers('GET')
      const closed = site.close(60_000)
      const [, answer] = await one.answers('GET', 'GET')
      expect(answer!.body.toString()).toContain(pages.slow)
      await closed
      await one.untilEnd()
    })

    test('who does not read its answer is not waited for longer than is right', async () => {
      const one = await begin()
      one.socket.pause()
      one.send(get(pages.large).repeat(800))
      await until(() => expect(one.socket.readableLength).toBeGreaterThan(0))
      await site.close(50)
    })
  })
})
