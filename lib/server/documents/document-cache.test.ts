import { afterEach, expect, test, vi } from 'vitest'
import { busy } from './render-limits'
import { DocumentCache } from './document-cache'
import type { Waiter } from '../turns/types'

afterEach(() => void vi.useRealTimers())

/** Each page is opened by another reader. */
const open = (door: DocumentCache, path: string, wish: Partial<Waiter> = {}) =>
  door.get(path, { address: path, rank: 'known', ...wish })

function aDoor({ limit = 1_000_000 } = {}) {
  const asked: string[] = []
  const waiting: (() => void)[] = []
  const clock = { now: 0 }
  let hold = false
  const door = new DocumentCache({
    readerScript: '/assets/reader.js',
    limit,
    now: () => clock.now,
    async render(path) {
      asked.push(path)
      const count = asked.length
      if (hold) await new Promise<void>((resolve) => waiting.push(resolve))
      return {
        status: path.includes('missing') ? 404 : path.includes('broken') ? 500 : 200,
        html: `<p>${path} ${count}</p>`,
      }
    },
  })
  door.keep = 'heard'
  return {
    door,
    asked,
    clock,
    release: () => waiting.splice(0).forEach((go) => go()),
    holdBack: (on: boolean) => (hold = on),
  }
}

test('a page is rendered once for everyone who asks at the same time, and kept', async () => {
  const { door, asked } = aDoor()
  const pages = await Promise.all(Array.from({ length: 20 }, () => open(door, '/en')))
  expect(new Set(pages).size).toBe(1)
  expect(await open(door, '/en')).toBe(pages[0])
  expect(asked).toEqual(['/en'])
})

test('after a change a page is rendered anew', async () => {
  const { door, asked } = aDoor()
  await open(door, '/en')
  door.empty()
  expect((await open(door, '/en')).html).toContain('/en 2')
  expect(asked).toHaveLength(2)
})

test('a rendering that began before a change is neither kept nor given to those who ask after it', async () => {
  const { door, asked, release, holdBack } = aDoor()
  holdBack(true)
  const before = open(door, '/en')
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  door.empty()
  holdBack(false)
  const asking = open(door, '/en')
  expect(asked).toHaveLength(1) // whoever is asked would give both the same rendering
  release()
  const after = await asking
  expect((await before).html).toContain('/en 1')
  expect(after.html).toContain('/en 2')
  expect(await open(door, '/en')).toBe(after)
})

test('while changes cannot be heard a page is kept for half a second', async () => {
  const { door, asked, clock } = aDoor()
  door.keep = 'unheard'
  await open(door, '/en')
  clock.now = 499
  await open(door, '/en')
  expect(asked).toHaveLength(1)
  clock.now = 500
  await open(door, '/en')
  expect(asked).toHaveLength(2)
})

test('while pages are developed none is kept', async () => {
  const { door, asked } = aDoor()
  door.keep = 'none'
  await open(door, '/en')
  await open(door, '/en')
  expect(asked).toHaveLength(2)
})

test('a missing page is kept for ten seconds, a failure not at all', async () => {
  const { door, asked, clock } = aDoor()
  await open(door, '/missing')
  await open(door, '/missing')
  expect(asked).toHaveLength(1)
  clock.now = 10_000
  await open(door, '/missing')
  expect(asked).toHaveLength(2)
  await open(door, '/broken')
  await open(door, '/broken')
  expect(asked).toHaveLength(4)
})

test('memory is bounded: what was not read longest goes first', async () => {
  const { door, asked } = aDoor({ limit: 4_500 })
  await open(door, '/a')
  await open(door, '/b')
  await open(door, '/a')
  for (const path of ['/c', '/d', '/e']) await open(door, path)
  expect(door.size.bytes).toBeLessThanOrEqual(4_500)
  asked.length = 0
  await open(door, '/b')
  expect(asked).toEqual(['/b'])
})

test('memory is bounded: one that would take more than a quarter is not kept', async () => {
  const sizes = { '/fits': 1_200, '/large': 1_201 }
  const door = new DocumentCache({
    readerScript: '/assets/reader.js',
    // As each is kept: twice its text, and 1,000 for what is beside it.
    limit: 4 * (2 * 1_200 + 1_000),
    render: async (path) => ({
      status: 200,
      html: 'x'.repeat(sizes[path as keyof typeof sizes]),
      type: 'text/plain',
    }),
  })
  door.keep = 'heard'
  for (const path of Object.keys(sizes)) await open(door, path)
  expect(Object.keys(sizes).filter((path) => door.inMemory(path))).toEqual(['/fits'])
})

test('memory is bounded: compressed forms count as well', async () => {
  const { door } = aDoor({ limit: 4_500 })
  for (const path of ['/a', '/b', '/c', '/d']) await open(door, path)
  const document = door.inMemory('/d')!
  const { bytes } = door.size
  const added = (await document.body('gzip')).length + (await document.body('br')).length
  door.grown('/d', document)
  expect(added).toBeGreaterThan(0)
  expect(door.size.bytes).toBe(bytes + added)
})

test('a rendering that fails is told to all who wait, and tried again by the next', async () => {
  let fail = true
  const door = new DocumentCache({
    readerScript: 'x',
    async render() {
      if (fail) throw new Error('no database')
      return { status: 200, html: 'fine' }
    },
  })
  door.keep = 'heard'
  await expect(open(door, '/en')).rejects.toThrow('no database')
  fail = false
  expect((await open(door, '/en')).html).toBe('fine')
})

test('a change takes away the pages that were made of it, and those of which that is not known', async () => {
  const asked: string[] = []
  const door = new DocumentCache({
    readerScript: 'x',
    async render(path) {
      asked.push(path)
      const tags = path === '/unknown' ? undefined : new Set(path.slice(1).split('+'))
      return { status: 200, html: path, tags }
    },
  })
  door.keep = 'heard'
  const pages = ['/chapter:1+series:a', '/chapter:2+series:a', '/chapter:3+series:b', '/lists', '/unknown']
  const askedAfter = async (...tags: string[]) => {
    for (const page of pages) await open(door, page)
    door.changed(tags)
    asked.length = 0
    for (const page of pages) await open(door, page)
    return asked.slice()
  }
  expect(await askedAfter('chapter:1')).toEqual([pages[0], '/unknown'])
  expect(await askedAfter('chapter:3', 'series:a', 'lists')).toEqual(pages)
  expect(await askedAfter('series:b')).toEqual([pages[2], '/unknown'])
  expect(await askedAfter('site')).toEqual(pages)
  expect(door.size.documents).toBe(5)
})

test('of the renderings under way, a change spoils those that it touches', async () => {
  const going: Record<string, () => void> = {}
  const door = new DocumentCache({
    readerScript: 'x',
    async render(path) {
      await new Promise<void>((resolve) => (going[path] = resolve))
      return { status: 200, html: path, tags: new Set([path.slice(1)]) }
    },
  })
  door.keep = 'heard'
  const both = [open(door, '/chapter:1'), open(door, '/chapter:2')]
  await vi.waitFor(() => expect(Object.keys(going)).toHaveLength(2))
  door.changed(['chapter:1'])
  for (const go of Object.values(going)) go()
  await Promise.all(both)
  expect(door.inMemory('/chapter:1')).toBeUndefined()
  expect(door.inMemory('/chapter:2')).toBeDefined()
})

test('three pages are rendered at a time, and the others in their turn', async () => {
  const going: (() => void)[] = []
  let most = 0
  let now = 0
  const door = new DocumentCache({
    readerScript: 'x',
    async render(path) {
      most = Math.max(most, ++now)
      await new Promise<void>((resolve) => going.push(resolve))
      now -= 1
      return { status: 200, html: path }
    },
  })
  door.keep = 'heard'
  const all = Promise.all(Array.from({ length: 10 }, (_, place) => open(door, `/${place}`)))
  for (let done = 0; done < 10; done++) {
    await vi.waitFor(() => expect(going.length).toBeGreaterThan(0))
    going.shift()!()
  }
  expect((await all).map(({ html }) => html)).toEqual(Array.from({ length: 10 }, (_, place) => `/${place}`))
  expect(most).toBe(3)
})

test('a page that changes by itself is kept until then', async () => {
  const asked: string[] = []
  const clock = { now: 0 }
  const door = new DocumentCache({
    readerScript: 'x',
    now: () => clock.now,
    async render(path) {
      asked.push(path)
      return { status: 200, html: path, until: 5_000 }
    },
  })
  door.keep = 'heard'
  for (clock.now of [0, 4_999, 5_000, 5_001]) await open(door, '/en')
  expect(asked).toHaveLength(3) // from then on it is not kept by what was known before
})

function aBusyDoor() {
  const clock = { now: 0 }
  const going = new Map<string, (() => void)[]>()
  let version = 1
  let hold = false
  const door = new DocumentCache({
    readerScript: 'x',
    now: () => clock.now,
    async render(path) {
      const made = `${path} ${version}`
      if (hold) await new Promise<void>((resolve) => going.set(path, [...(going.get(path) ?? []), resolve]))
      return { status: path.includes('missing') ? 404 : 200, html: made, tags: new Set(['lists']) }
    },
  })
  door.keep = 'heard'
  const release = async (path: string) => {
    await vi.waitFor(() => expect(going.get(path)?.length).toBeGreaterThan(0))
    going.get(path)!.shift()!()
  }
  const change = (tags = ['lists']) => {
    version += 1
    door.changed(tags)
  }
  return { door, clock, release, change, holdBack: (on: boolean) => (hold = on) }
}

const aTurn = () => new Promise((resolve) => setImmediate(resolve))

async function withManyWaiting() {
  const busy = aBusyDoor()
  for (const path of ['/1', '/2', '/3', '/4', '/missing']) await open(busy.door, path)
  busy.holdBack(true)
  busy.change()
  return { ...busy, first: ['/1', '/2', '/3'].map((path) => open(busy.door, path)) }
}

test('while many are rendered anew, a page is given as it was, for up to a second, and made new behind it', async () => {
  const { door, clock, release, first } = await withManyWaiting()
  await vi.waitFor(() => expect(open(door, '/4')).toMatchObject({ html: '/4 1' }))
  const old = await open(door, '/4')
  expect(door.isOutdated(old)).toBe(true)
  clock.now = 999
  expect(await open(door, '/4')).toBe(old)
  clock.now = 1_000
  const waited = open(door, '/4')
  for (const path of ['/1', '/2', '/3', '/4']) await release(path)
  expect((await waited).html).toBe('/4 2')
  expect(door.isOutdated(await waited)).toBe(false)
  expect((await Promise.all(first)).map(({ html }) => html)).toEqual(['/1 2', '/2 2', '/3 2'])
})

test('a page made new is given at once, though others still wait', async () => {
  const { door, release } = await withManyWaiting()
  await vi.waitFor(() => expect(open(door, '/4')).toMatchObject({ html: '/4 1' }))
  await release('/1')
  await release('/4')
  await vi.waitFor(() => expect(open(door, '/4')).toMatchObject({ html: '/4 2' }))
})

test('a page that a crowd reads is given as it was to all but the first three', async () => {
  const { door, release, change, holdBack } = aBusyDoor()
  await open(door, '/1')
  await aTurn()
  holdBack(true)
  change()
  const crowd = Array.from({ length: 10 }, () => open(door, '/1'))
  expect(crowd.map((each) => each instanceof Promise)).toEqual(Array.from({ length: 10 }, (_, at) => at < 3))
  await release('/1')
  expect((await Promise.all(crowd)).map(({ html }) => html)).toEqual([
    ...Array<string>(3).fill('/1 2'),
    ...Array<string>(7).fill('/1 1'),
  ])
  expect(await open(door, '/1')).toBe(await crowd[0])
})

test('what was not there is looked for again, however many wait', async () => {
  const { door, release } = await withManyWaiting()
  const missing = open(door, '/missing')
  expect(missing).toBeInstanceOf(Promise)
  for (const path of ['/1', '/missing']) await release(path)
  expect((await missing).html).toBe('/missing 2')
})

test('when everything may have changed nothing is given as it was', async () => {
  const { door, change } = await withManyWaiting()
  await vi.waitFor(() => expect(open(door, '/4')).toMatchObject({ html: '/4 1' }))
  change(['site'])
  expect(open(door, '/4')).toBeInstanceOf(Promise)
})

test('a page that waits for its turn while something changes is rendered once', async () => {
  const { door, change, release, holdBack } = aBusyDoor()
  holdBack(true)
  const first = ['/1', '/2', '/3'].map((path) => open(door, path))
  const waits = open(door, '/4')
  change(['chapter:1'])
  const alsoWaits = open(door, '/4')
  for (const path of ['/1', '/2', '/3', '/4']) await release(path)
  expect((await waits).html).toBe('/4 2')
  expect(await alsoWaits).toBe(await waits)
  expect(await open(door, '/4')).toBe(await waits)
  await Promise.all(first)
})

test('who asks after a change that a rendering under way turns out not to show is given that rendering', async () => {
  const { door, change, release, holdBack } = aBusyDoor()
  holdBack(true)
  const before = open(door, '/1')
  await aTurn() // it has begun
  change(['chapter:1'])
  const after = open(door, '/1')
  await release('/1')
  expect(await after).toBe(await before)
})

test('a page that nobody waits for any more is not rendered, and forgotten', async () => {
  const { door, asked, release, holdBack } = aDoor()
  holdBack(true)
  const three = ['/1', '/2', '/3'].map((path) => open(door, path))
  const leaving = new AbortController()
  const left = open(door, '/left', { signal: leaving.signal })
  const shared = [open(door, '/shared', { signal: leaving.signal }), open(door, '/shared')]
  leaving.abort()
  expect([await left, await shared[0]]).toEqual([busy, busy])
  holdBack(false)
  await vi.waitFor(() => expect(asked).toHaveLength(3))
  release()
  expect((await shared[1]!).html).toContain('/shared')
  await Promise.all(three)
  expect(asked).toEqual(['/1', '/2', '/3', '/shared'])
  expect((await open(door, '/left')).html).toContain('/left')
})

test('who waits too long is told that the site is busy, and the next is asked for anew', async () => {
  vi.useFakeTimers()
  const { door, asked, release, holdBack } = aDoor()
  holdBack(true)
  const three = ['/1', '/2', '/3'].map((path) => open(door, path))
  const answers: unknown[] = []
  for (const [path, rank] of [['/page', 'known'] as const, ['/search', 'unknown'] as const])
    void Promise.resolve(open(door, path, { rank })).then((answer) => answers.push(answer))
  await vi.advanceTimersByTimeAsync(7_900)
  expect(answers).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(answers).toEqual([busy, busy])
  holdBack(false)
  release()
  await Promise.all(three)
  expect((await open(door, '/page')).status).toBe(200)
  expect(asked).toEqual(['/1', '/2', '/3', '/page'])
})

test('a flood of one address holds up nobody else', async () => {
  const { door, asked, release, holdBack } = aDoor()
  holdBack(true)
  const flood = Array.from({ length: 300 }, (_, place) => open(door, `/flood-${place}`, { address: 'flood' }))
  const reader = open(door, '/reader')
  await vi.waitFor(() => expect(asked).toEqual(['/flood-0', '/flood-1', '/reader']))
  expect(door.size.waiting).toEqual({ running: 3, known: 100, unknown: 0 })
  holdBack(false)
  release()
  expect((await reader).status).toBe(200)
  const statuses = (await Promise.all(flood)).map(({ status }) => status)
  expect([
    statuses.filter((one) => one === 200).length,
    statuses.filter((one) => one === 503).length,
  ]).toEqual([102, 198])
})

test('what anybody can ask for without end pushes nothing else out of memory', async () => {
  const { door, asked } = aDoor({ limit: 40_000 })
  const pages = Array.from({ length: 20 }, (_, place) => `/page-${place}`)
  for (const path of pages) await open(door, path)
  for (let place = 0; place < 1_000; place++) {
    await open(door, `/search-${place}`, { rank: 'unknown' })
    await open(door, `/missing-${place}`)
  }
  asked.length = 0
  for (const path of pages) await open(door, path)
  expect(asked).toEqual([])
  expect(door.size.bytes).toBeLessThanOrEqual(45_000)
  await open(door, '/search-999', { rank: 'unknown' })
  expect(asked).toEqual([])
})
