import pg from 'pg'
import { manyChapters } from '@/scripts/figures/chapters'
import { renderLimits } from '@/lib/server/documents/render-limits'
import { askAsStrangers, nonsense } from '@/e2e/rig/strangers'
import { expect, openSite, test as base, type Site } from '@/e2e/support/site'

// What strangers ask for and what a reader waits for. Mostly counted and not timed: a busy machine proves nothing.
const test = base.extend<object, { crowded: Site }>({
  crowded: [
    async ({}, use) => {
      const { site, close } = await openSite({ TRUSTED_HOPS: '1' })
      const client = new pg.Client({ connectionString: site.databaseUrl })
      await client.connect()
      await manyChapters(client, 400)
      await client.end()
      await fetch(`${site.url}/en/chapters/grown-400`) // what such a page needs is loaded
      await use(site)
      await close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })

test('who has a hundred pages rendered keeps nobody else waiting for them', async ({ crowded: { url } }) => {
  let done = 0
  const flood = Array.from({ length: 100 }, async (_, place) => {
    const asked = Date.now()
    const { status } = await fetch(`${url}/en/chapters/grown-${place + 1}`, from('203.0.113.1'))
    done += 1
    return { status, waited: Date.now() - asked }
  })
  for (let place = 101; place <= 105; place++) {
    const { status } = await fetch(`${url}/en/chapters/grown-${place}`, from('192.0.2.1'))
    expect(status).toBe(200)
  }
  // At each of the reader's turns some of the flood are served, and never all of it.
  expect(done).toBeLessThan(60)
  // All of them have their turn, where the machine makes a hundred pages before the longest wait is over.
  const { longest } = renderLimits.waiting.known
  for (const { status, waited } of await Promise.all(flood))
    expect(status === 503 ? waited : longest).toBeGreaterThanOrEqual(longest)
})

test('a search is made for a reader while a stranger has more of them waiting than one may', async ({
  crowded: { url },
}) => {
  const flood = Array.from({ length: 60 }, (_, place) =>
    fetch(`${url}/en/search?q=everything${place}`, from('203.0.113.2')),
  )
  const reader = await fetch(`${url}/en/search?q=harbour`, from('192.0.2.2'))
  expect(reader.status).toBe(200)
  expect(await reader.text()).toContain('harbour')
  const answers = await Promise.all(flood)
  const refused = answers.filter(({ status }) => status === 503)
  expect(refused.length).toBeGreaterThan(0)
  for (const answer of refused) expect(answer.headers.get('retry-after')).toBe('5')
  expect(answers.filter(({ status }) => status !== 503 && status !== 200)).toEqual([])
})

for (const [clients, chapters] of [
  [1, 200],
  [200, 220],
] as const) {
  test(`500 addresses that are nothing, from ${clients}, do not hold up a reader`, async ({
    crowded: { url },
  }) => {
    const open = async (first: number) => {
      const times: number[] = []
      for (let place = first; place < first + 10; place++) {
        const begun = performance.now()
        const answer = await fetch(`${url}/en/chapters/grown-${place}`, from('192.0.2.3'))
        await answer.text()
        times.push(performance.now() - begun)
        expect(answer.status).toBe(200)
      }
      return Math.max(...times)
    }
    const quiet = await open(chapters)
    const flood = askAsStrangers(url, nonsense(500, clients, clients * 1_000))
    const loud = await open(chapters + 10)
    const statuses = await flood
    expect(loud).toBeLessThanOrEqual(Math.max(2 * quiet, 1_000))
    // Nine of ten kinds are not there; a search is made, or refused for now.
    expect(Object.keys(statuses).filter((status) => !['200', '404', '503'].includes(status))).toEqual([])
    expect(statuses['404']).toBeGreaterThan(225)
  })
}
