import { request as ask } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { signedIn } from '@/e2e/rig/signed-in'
import { admin, expect, testDivided as test } from '@/e2e/support/site'

/** The answer as it comes over the wire. */
const rawly = (address: string, headers: Record<string, string>) =>
  new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    ask(address, { headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }))
    })
      .on('error', reject)
      .end()
  })

test('pages of the desk come compressed to whoever takes them so, and are the same', async ({ site }) => {
  const cookie = await signedIn(site.url, admin)
  for (const path of ['/desk/queue', '/desk/chapters', '/desk/settings', '/sign-in']) {
    const plain = await rawly(site.url + path, { cookie, 'accept-encoding': 'identity' })
    const coded = await rawly(site.url + path, { cookie, 'accept-encoding': 'gzip, br' })
    expect(plain.headers['content-encoding'], path).toBeUndefined()
    expect([coded.headers['content-encoding'], coded.headers.vary], path).toEqual([
      'br',
      expect.stringMatching(/accept-encoding/i),
    ])
    expect(coded.body.length, path).toBeLessThan(plain.body.length / 2)
    const older = await rawly(site.url + path, { cookie, 'accept-encoding': 'gzip' })
    expect(older.headers['content-encoding'], path).toBe('gzip')
    const ending = (body: Buffer) => body.toString().match(/<\/html>/g)?.length
    expect(ending(brotliDecompressSync(coded.body)), path).toBe(ending(plain.body))
  }
  expect(site.server.said(), 'no warning for the operator').not.toContain('MaxListenersExceededWarning')
})
