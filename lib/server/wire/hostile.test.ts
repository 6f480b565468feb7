import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { lastRequest, oddRequests } from './testing/requests'
import { WireClient } from './testing/wire-client'
import { aWireSite, pages, ways, type WireSite } from './testing/wire-site'

vi.mock('@/lib/comments/discussion/form-queries', () => ({ formRules: async () => ({}) }))

// What is no request, or two in one, or more than a request: on the wire.

describe.each(ways)('%s', (way) => {
  let site: WireSite
  beforeAll(async () => {
    site = await aWireSite(way)
  })
  afterAll(() => site.close())

  const statuses = (heard: string) =>
    [...heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status).join(' ')

  async function told(bytes: string): Promise<string> {
    const one = await WireClient.to(site.port)
    const heard = await one.send(bytes).untilEnd()
    one.leave()
    return statuses(heard)
  }

  const get = `GET ${pages.home} HTTP/1.1\r\nHost: a\r\n\r\n`

  describe('what is odd is answered as it should be', () => {
    test.each(oddRequests)('%s', async (_name, bytes, expected) => {
      expect(await told(bytes + lastRequest)).toBe(expected)
    })
  })

  describe('behind a request that can be answered, what is odd is no other thing', () => {
    test.each(oddRequests)('%s', async (_name, bytes, expected) => {
      const heard = await told(get + bytes + lastRequest)
      // Node ends the connection at a fault, whatever it still had to say of earlier requests of the same packet.
      expect(`200 ${expected}`.slice(0, heard.length)).toBe(heard)
      expect(heard).toMatch(/^200/)
    })
  })

  test.each(['websocket', 'h2c'])('who offers %s is answered in this protocol', async (protocol) => {
    const one = await WireClient.to(site.port)
    const offer = `Connection: Upgrade\r\nUpgrade: ${protocol}\r\n`
    expect((await one.answer(`${get.slice(0, -2)}${offer}\r\n`)).status).toBe(200)
    expect((await one.answer(get)).status).toBe(200)
    one.leave()
  })
})
