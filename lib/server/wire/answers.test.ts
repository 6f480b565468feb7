import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { aWireSite, pages, ways, type WireSite } from './testing/wire-site'
import { WireClient } from './testing/wire-client'

vi.mock('@/lib/comments/discussion/form-queries', () => ({ formRules: async () => ({}) }))

// What HTTP promises of answers, on the wire: bytes are sent as they stand here, and answers are read strictly.

describe.each(ways)('%s', (way) => {
  let site: WireSite
  const clients: WireClient[] = []
  const client = async () => {
    const one = await WireClient.to(site.port)
    clients.push(one)
    return one
  }

  beforeAll(async () => {
    site = await aWireSite(way)
  })
  afterEach(() => clients.splice(0).forEach((one) => one.leave()))
  afterAll(() => site.close())

  const ask = (method: string, path: string, ...lines: string[]) =>
    [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...lines, '', ''].join('\r\n')
  const get = (path: string, ...lines: string[]) => ask('GET', path, ...lines)

  describe('a page', () => {
    test('is sent whole, with its head in this order and its length', async () => {
      const { head, body, status } = await (await client()).answer(get(pages.home))
      expect(status).toBe(200)
      expect(body.toString()).toContain('<main>Home</main>')
      const fields = head.split('\r\n').map((line) => line.split(': ')[0])
      expect(fields).toEqual([
        'HTTP/1.1 200 OK',
        ...['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'permissions-policy'],
        ...['content-security-policy', 'vary', 'cache-control', 'x-accel-expires'],
        ...['content-type', 'content-length', 'etag', 'Date', 'Connection', 'Keep-Alive'],
      ])
    })

    test('says when it was sent, by the clock', async () => {
      const one = await client()
      const times = new Set<string>()
      while (times.size < 2) {
        const begun = Math.floor(Date.now() / 1_000)
        const { headers } = await one.answer(get(pages.home))
        const told = Date.parse(headers.date!) / 1_000
        expect(headers.date).toBe(new Date(told * 1_000).toUTCString())
        // Node notices a new second a little late.
        expect(told).toBeGreaterThanOrEqual(begun - 1)
        expect(told).toBeLessThanOrEqual(Date.now() / 1_000)
        times.add(headers.date!)
      }
    })

    test.each([
      ['gzip', 'gzip', gunzipSync],
      ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
      ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ])('to whom accepts %s it goes in %s', async (accepted, coding, decode) => {
      const { headers, body } = await (
        await client()
      ).answer(get(pages.large, `Accept-Encoding: ${accepted}`))
      expect(headers).toMatchObject({
        'content-encoding': coding,
        'content-length': String(body.length),
        vary: 'accept-encoding',
      })
      expect(decode(body).toString()).toBe(site.door.inMemory(pages.large)!.html)
    })

    test('in several lines of what is accepted all count', async () => {
      const { headers } = await (
        await client()
      ).answer(get(pages.home, 'Accept-Encoding: deflate', 'Accept-Encoding: gzip'))
      expect(headers['content-encoding']).toBe('gzip')
    })

    test('that is asked for by HEAD has the head of GET, and nothing follows it', async () => {
      const one = await client()
      for (const accepted of ['', 'gzip', 'br']) {
        const lines = accepted ? [`accept-encoding: ${accepted}`] : []
        one.send(ask('HEAD', pages.large, ...lines) + get(pages.large, ...lines))
      }
      const answers = await one.answers('HEAD', 'GET', 'HEAD', 'GET', 'HEAD', 'GET')
      const withoutTime = ({ head }: { head: string }) => head.replace(/^(date|x-accel-expires): .*$/gim, '')
      for (const at of [0, 2, 4]) {
        expect(withoutTime(answers[at]!)).toBe(withoutTime(answers[at + 1]!))
        expect(answers[at]!.headers['content-length']).toBe(String(answers[at + 1]!.body.length))
      }
    })
  })

  describe('who has the page', () => {
    const tag = (coding: 'identity' | 'gzip' | 'br') => site.door.inMemory(pages.home)!.etag(coding)
    const asked = async (method: string, lines: string[]) =>
      (await client()).answer(ask(method, pages.home, ...lines))

    const known: [string, () => string[]][] = [
      ['its tag', () => [`If-None-Match: ${tag('identity')}`]],
      ['its tag, weakly', () => [`if-none-match: W/${tag('identity')}`]],
      ['any', () => ['If-None-Match: *']],
      ['its tag among others', () => [`If-None-Match: "a", "b,c",W/"d" , ${tag('identity')}`]],
      ['its tag in a second line', () => ['If-None-Match: "a"', `If-None-Match: ${tag('identity')}`]],
      ['the tag of its coding', () => ['Accept-Encoding: br', `If-None-Match: ${tag('br')}`]],
      ['a date too', () => [`If-None-Match: ${tag('identity')}`, 'If-Modified-Since: x']],
    ]
    test.each(known)('%s: is told so, with what a cache needs to know', async (_name, lines) => {
      for (const method of ['GET', 'HEAD']) {
        const { status, headers, body } = await asked(method, lines())
        expect([status, body.length, headers['content-length'], headers['content-type']]).toEqual([
          304,
          0,
          undefined,
          undefined,
        ])
        expect(headers).toMatchObject({
          etag: lines().some((line) => line.includes('br')) ? tag('br') : tag('identity'),
          vary: 'accept-encoding',
          'cache-control': expect.stringContaining('s-maxage=1'),
          date: expect.any(String),
          connection: 'keep-alive',
        })
      }
    })

    const unknown: [string, () => string[]][] = [
      ['another tag', () => ['If-None-Match: "a"']],
      ['the tag of another coding', () => ['Accept-Encoding: gzip', `If-None-Match: ${tag('identity')}`]],
      ['its tag without quotes', () => [`If-None-Match: ${tag('identity').slice(1, -1)}`]],
      ['a date alone', () => ['If-Modified-Since: Sun, 29 Nov 2037 06:00:00 GMT']],
      ['nothing', () => ['If-None-Match: ']],
    ]
    test.each(unknown)('%s: is sent it', async (_name, lines) => {
      expect((await asked('GET', lines())).status).toBe(200)
    })
  })

  describe('requests in one packet', () => {
    test('are answered in their order, those that are at hand as those that are not', async () => {
      const one = await client()
      one.send(
        [
          get(pages.home),
          ask('HEAD', pages.large),
          get(`/en/chapters/new-${Math.random()}`),
          `${ask('POST', '/en', 'Content-Length: 4').slice(0, -2)}\r\nbody`,
        ].join(''),
      )
      const answers = await one.answers('GET', 'HEAD', 'GET', 'POST')
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 405])
      expect(answers[2]!.body.toString()).toContain('<main>/en/chapters/new-')
      expect(await one.untilEnd()).toMatch(/connection: close/i)
    })

    test('wait behind one that takes its time', async () => {
      const own = await aWireSite(way)
      const one = await WireClient.to(own.port)
      one.send(
        [pages.home, pages.slow, pages.home, pages.none, pages.large].map((path) => get(path)).join(''),
      )
      await one.answers('GET')
      own.go()
      const answers = await one.answers(...Array<string>(5).fill('GET'))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 200])
      expect(answers[1]!.body.toString()).toContain(pages.slow)
      expect(answers[2]!.body.toString()).toContain('Home')
      one.leave()
      await own.close()
    })

    test('may be very many, and nobody else waits for all of them', async () => {
      const [many, other] = [await client(), await client()]
      const methods = Array<string>(3_000).fill('GET')
      many.send(methods.map(() => get(pages.home)).join(''))
      await many.answers('GET')
      await other.answer(get(pages.home))
      expect(many.ended).toBe(false)
      const answers = await many.answers(...methods)
      expect(new Set(answers.map(({ body }) => body.toString())).size).toBe(1)
    })

    test('are also understood byte by byte', async () => {
      const one = await client()
      const [whole] = await (await client()).send(get(pages.home)).answers('GET')
      for (const byte of get(pages.home) + get(pages.home)) {
        one.send(byte)
        await new Promise(setImmediate)
      }
      const answers = await one.answers('GET', 'GET')
      for (const { status, body } of answers) expect([status, body]).toEqual([200, whole!.body])
    })

    test('are also understood when the second begins in the packet of the first', async () => {
      const both = get(pages.home) + get(pages.large)
      for (const cut of [get(pages.home).length + 1, get(pages.home).length + 30, both.length - 2]) {
        const one = await client()
        one.send(both.slice(0, cut))
        await one.answers('GET')
        one.send(both.slice(cut))
        expect((await one.answers('GET', 'GET')).map(({ body }) => body.length > 1_000)).toEqual([
          false,
          true,
        ])
      }
    })
  })

  test('searches are noted each time, though their page is in memory', async () => {
    const one = await client()
    await one.answer(get('/en/search?q=lamp'))
    site.searched.length = 0
    await one.answer(get('/en/search?q=lamp'))
    await (await client()).answer(get('/en/search?q=lamp', 'User-Agent: Reader'))
    expect(site.searched).toEqual(['lamp', 'lamp'])
  })

  test('an address that names the site whole is the address in it', async () => {
    const { status, body } = await (await client()).answer(get(`http://localhost${pages.home}`))
    expect([status, body.toString()]).toEqual([200, site.door.inMemory(pages.home)!.html])
  })
})
