import { gzipSync } from 'node:zlib'
import { openNewestChapter } from '@/e2e/rig/reader'
import { expect, test } from '@/e2e/support/site'

const get = (url: string, headers: Record<string, string> = {}) => fetch(url, { headers, redirect: 'manual' })

test('a reading page carries one stylesheet, our script and nothing else that runs', async ({ site }) => {
  const { action } = await openNewestChapter(site.url)
  for (const path of [
    '/',
    '/en',
    '/ja',
    '/ar',
    action.replace('/comments', ''),
    '/en/privacy',
    '/en/none-such',
  ]) {
    const answer = await get(site.url + path)
    const html = await answer.text()
    // Blocks of data run nothing, and the policy is the same for them.
    const scripts = (html.match(/<script\b[^>]*>/g) ?? []).filter((tag) => !tag.includes('ld+json'))
    expect(scripts, path).toEqual([
      expect.stringMatching(/^<script type="module" src="\/assets\/reader-[0-9a-f]+\.js">$/),
    ])
    expect(html.match(/rel="stylesheet"/g), path).toHaveLength(1)
    expect(html, path).not.toMatch(/\son\w+="|javascript:|__next_f|<!--/)
    expect(answer.headers.get('set-cookie'), path).toBeNull()
    const policy = answer.headers.get('content-security-policy')!
    expect(policy, path).toMatch(/script-src 'self';/)
    expect(policy, path).not.toMatch(/unsafe-(inline|eval)/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-powered-by')).toBeNull()
  }
})

test('our own script is at most 3 KB gzipped', async ({ site }) => {
  const html = await (await get(`${site.url}/en`)).text()
  const script = /src="(\/assets\/reader-[^"]+)"/.exec(html)![1]!
  const answer = await get(site.url + script)
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(gzipSync(Buffer.from(await answer.arrayBuffer())).length).toBeLessThanOrEqual(3 * 1024)
})

test('the root answers in the reader’s language', async ({ site }) => {
  const languageOf = async (accept: string) =>
    /<html[^>]*\blang="(\w+)"/.exec(await (await get(site.url, { 'accept-language': accept })).text())?.[1]
  expect(await languageOf('ja,en;q=0.8')).toBe('ja')
  expect(await languageOf('ar-EG,ar;q=0.9,en;q=0.8')).toBe('ar')
  expect(await languageOf('fr,en;q=0.5')).toBe('en')
  expect(await languageOf('xx')).toBe('en')
  expect((await get(site.url)).headers.get('vary')).toContain('accept-language')
})

test('a page is compressed, tagged, and not sent twice', async ({ site }) => {
  const { headers } = await get(`${site.url}/en`, { 'accept-encoding': 'gzip' })
  expect(headers.get('content-encoding')).toBe('gzip')
  const tag = headers.get('etag')!
  const second = await get(`${site.url}/en`, { 'accept-encoding': 'gzip', 'if-none-match': tag })
  expect(second.status).toBe(304)
  const head = await fetch(`${site.url}/en`, { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(await head.text()).toBe('')
})

for (const [path, status] of [
  ['/en/chapters/none-such', 404],
  ['/xx', 404],
  ['/wp-login.php', 404],
  ['/desk.php', 404],
  ['/_next/image?url=http://127.0.0.1:1/x.png&w=64&q=75', 404],
  ['/assets/none.js', 404],
  ['/en/%00', 400],
  ['/en/%ff', 400],
  ['/en/chapters/%E0%A4%A', 400],
  [`/en/${'a'.repeat(6000)}`, 400],
] as const) {
  test(`${path.slice(0, 60)} answers ${status}`, async ({ site }) => {
    expect((await get(site.url + path)).status).toBe(status)
  })
}

test('headers of our own layers are not taken from strangers', async ({ site }) => {
  const plain = await (await get(`${site.url}/en`)).text()
  for (const [name, value] of [
    ['x-middleware-subrequest', 'proxy:proxy:proxy:proxy:proxy'],
    ['rsc', '1'],
    ['next-router-prefetch', '1'],
    ['x-matched-path', '/desk'],
    ['x-invoke-path', '/desk'],
    ['x-now-route-matches', '1'],
    ['x-forwarded-host', 'evil.example'],
  ] as const) {
    expect(await (await get(`${site.url}/en`, { [name]: value })).text(), name).toBe(plain)
    expect(await (await get(`${site.url}/en`)).text(), `after ${name}`).toBe(plain)
  }
  const desk = await get(`${site.url}/desk`, { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' })
  expect(desk.status).toBe(307)
})

test('health says whether, and nothing more', async ({ site }) => {
  const answer = await get(`${site.url}/api/health`)
  expect([answer.status, (await answer.text()).trim()]).toEqual([200, 'ok'])
})
