import { createServer } from 'node:http'
import inject from 'light-my-request'
import { expect, test } from 'vitest'
import { PictureFiles } from './picture-files'

const hash = 'ab'.repeat(16)
const address = `/media/${hash}-480.avif`

function aServer({ room = 1_000, size = 10, isFull = (): boolean => false } = {}) {
  const asked: string[] = []
  const pictures = new PictureFiles(async (file) => {
    asked.push(`${file.hash} ${file.width} ${file.format}`)
    return file.width === 7 ? undefined : Buffer.alloc(size, 1)
  }, room)
  const server = createServer((request, response) => {
    void pictures
      .send(request, response, request.url!, {
        headers: { 'x-content-type-options': 'nosniff' },
        inTurn: async (work) => (isFull() ? undefined : work()),
      })
      .then((outcome) => {
        if (outcome !== 'sent') response.writeHead(outcome === 'missing' ? 404 : 503).end()
      })
  })
  const listener = server.listeners('request')[0] as Parameters<typeof inject>[0]
  const get = (url: string, headers = {}, method: 'GET' | 'HEAD' = 'GET') =>
    inject(listener, { method, url, headers })
  return { asked, get }
}

test('a picture is sent with its type, for good, and is not asked for again', async () => {
  const { get, asked } = aServer()
  const answer = await get(address)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'image/avif',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
  })
  expect((await get(address, { 'if-none-match': answer.headers.etag as string })).statusCode).toBe(304)
  const head = await get(address, {}, 'HEAD')
  expect([head.headers['content-length'], head.rawPayload.length]).toEqual([
    answer.headers['content-length'],
    0,
  ])
  expect(asked).toEqual([`${hash} 480 avif`])
})

test('what cannot be an address of a picture is not looked for', async () => {
  const { get, asked } = aServer()
  for (const wrong of [
    `/media/${hash}.avif`,
    `/media/${hash}-480.svg`,
    `/media/${hash}-0480.avif`,
    `/media/${hash}-99999.avif`,
    `/media/${hash.toUpperCase()}-480.avif`,
    '/media/',
    "/media/';--480.avif",
  ])
    expect((await get(wrong)).statusCode, wrong).toBe(404)
  expect(asked).toEqual([])
  expect((await get(`/media/${hash}-7.avif`)).statusCode).toBe(404)
})

test('memory stays within its room: the one that was asked for last stays', async () => {
  const { get, asked } = aServer({ room: 25, size: 10 })
  const [one, two, three] = [480, 800, 1360].map((width) => `/media/${hash}-${width}.webp`) as [
    string,
    string,
    string,
  ]
  for (const url of [one, two, one, three]) await get(url)
  asked.length = 0
  await get(one)
  await get(three)
  expect(asked).toEqual([])
  await get(two)
  expect(asked).toHaveLength(1)
})

test('while too many pictures are read only those in memory are sent', async () => {
  let full = false
  const { get, asked } = aServer({ isFull: () => full })
  await get(address)
  full = true
  expect((await get(address)).statusCode).toBe(200)
  expect((await get(address.replace('480', '960'))).statusCode).toBe(503)
  expect((await get('/media/nonsense')).statusCode).toBe(404)
  expect(asked).toHaveLength(1)
})
