import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FairQueue } from './fair-queue'
import type { QueueLimits, Rank } from './types'

const limits: QueueLimits = {
  atATime: 3,
  ofAddress: 2,
  unknownAtATime: 1,
  waiting: {
    known: { most: 8, ofAddress: 4, longest: 5_000 },
    unknown: { most: 4, ofAddress: 2, longest: 2_000 },
  },
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A queue whose pieces of work run until they are told to end. */
function aQueue(wish: Partial<QueueLimits> = {}) {
  const queue = new FairQueue({ ...limits, ...wish })
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => async () => {
    begun.push(name)
    await new Promise<void>((resolve) => ends.set(name, resolve))
    return name
  }
  const ask = (name: string, address = name, rank: Rank = 'known', signal?: AbortSignal) =>
    queue.run({ address, rank, signal }, work(name))
  const search = (name: string, address = name, signal?: AbortSignal) => ask(name, address, 'unknown', signal)
  const settle = () => vi.advanceTimersByTimeAsync(0)
  const end = async (...names: string[]) => {
    for (const name of names) {
      ends.get(name)!()
      await settle()
    }
  }
  /** Ends whatever runs, one after the other, and tells in what order all of them began. */
  const runDry = async () => {
    await settle()
    for (let ended = 0; ended < begun.length; ended++) await end(begun[ended]!)
    return begun
  }
  return { queue, begun, ask, search, work, end, settle, runDry }
}

test('so many run at a time, and each that ends lets the next begin', async () => {
  const { ask, begun, end, settle, queue } = aQueue()
  const all = ['a', 'b', 'c', 'd', 'e'].map((name) => ask(name))
  await settle()
  expect(begun).toEqual(['a', 'b', 'c'])
  expect(queue.size).toEqual({ running: 3, known: 2, unknown: 0 })
  await end('b')
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  await end('a', 'c', 'd', 'e')
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(queue.size).toEqual({ running: 0, known: 0, unknown: 0 })
})

test('work that fails tells who waits for it, and gives its place on', async () => {
  const { queue, ask, begun, settle } = aQueue({ atATime: 1 })
  const fails = queue.run({ address: 'x', rank: 'known' }, async () => {
    throw new Error('no database')
  })
  const throws = queue.run({ address: 'y', rank: 'known' }, () => {
    throw new Error('not even a promise')
  })
  void ask('a')
  await expect(fails).rejects.toThrow('no database')
  await expect(throws).rejects.toThrow('not even a promise')
  await settle()
  expect(begun).toEqual(['a'])
})

test('addresses take turns, however much each of them asks for', async () => {
  const { ask, runDry } = aQueue({ atATime: 1 })
  for (const name of ['flood 1', 'flood 2', 'flood 3', 'flood 4']) void ask(name, 'flood')
  void ask('reader 1', 'reader')
  void ask('reader 2', 'reader')
  void ask('other', 'other')
  expect(await runDry()).toEqual([
    ...['flood 1', 'reader 1', 'other', 'flood 2', 'reader 2', 'flood 3', 'flood 4'],
  ])
})

test('who has been served waits for those who came meanwhile, and not for those who come later', async () => {
  const { ask, begun, end, settle } = aQueue({ atATime: 1 })
  for (const name of ['a 1', 'a 2', 'a 3']) void ask(name, 'a')
  await settle()
  void ask('b')
  await end('a 1')
  void ask('c')
  void ask('d')
  await end('b', 'a 2')
  void ask('e')
  await end('c', 'd', 'a 3', 'e')
  expect(begun).toEqual(['a 1', 'b', 'a 2', 'c', 'd', 'a 3', 'e'])
})

test('one address has two of three places at most', async () => {
  const { ask, begun, settle } = aQueue()
  for (const name of ['flood 1', 'flood 2', 'flood 3']) void ask(name, 'flood')
  await settle()
  expect(begun).toEqual(['flood 1', 'flood 2'])
  void ask('reader')
  await settle()
  expect(begun).toEqual(['flood 1', 'flood 2', 'reader'])
})

test('the known goes before the unknown, which begins when nothing known runs or waits', async () => {
  const { ask, search, begun, end, settle } = aQueue()
  void search('search 1')
  void search('search 2')
  await settle()
  expect(begun).toEqual(['search 1']) // one at a time
  void ask('page')
  await settle()
  expect(begun).toEqual(['search 1', 'page'])
  await end('search 1')
  expect(begun).toEqual(['search 1', 'page'])
  await end('page')
  expect(begun).toEqual(['search 1', 'page', 'search 2'])
})

test('known pages without end keep nobody from searching: every fourth that begins is unknown', async () => {
  const { ask, search, runDry } = aQueue({ atATime: 1 })
  void ask('page 0', 'a')
  for (const name of ['search 1', 'search 2']) void search(name)
  for (const place of [1, 2, 3, 4, 5, 6, 7]) void ask(`page ${place}`, `reader ${place}`)
  expect(await runDry()).toEqual([
    ...[
      'page 0',
      'page 1',
      'page 2',
      'page 3',
      'search 1',
      'page 4',
      'page 5',
      'page 6',
      'search 2',
      'page 7',
    ],
  ])
})

test('of searches that wait, addresses take turns too', async () => {
  const { search, runDry } = aQueue()
  void search('first', 'flood')
  void search('flood 1', 'flood')
  void search('flood 2', 'flood')
  void search('reader', 'reader')
  expect(await runDry()).toEqual(['first', 'reader', 'flood 1', 'flood 2'])
})

test('an address that has as many waiting as it may is turned away at once, and nobody else', async () => {
  const { ask, search, queue } = aQueue()
  for (let place = 0; place < 6; place++) void ask(`flood ${place}`, 'flood')
  expect(queue.size).toMatchObject({ running: 2, known: 4 })
  expect(await ask('one more', 'flood')).toBeUndefined()
  for (let place = 0; place < 2; place++) void search(`search ${place}`, 'flood')
  expect(await search('one more search', 'flood')).toBeUndefined()
  void search('a search of somebody else')
  void ask('a page of somebody else')
  expect(queue.size).toMatchObject({ running: 3, known: 4, unknown: 3 })
})

test('of a full line who waits most gives the last place to who has fewer; where nobody has more, there is none', async () => {
  const { ask, search, queue, settle } = aQueue({ atATime: 1 })
  void ask('runs')
  const flood = [1, 2].map((place) => search(`flood ${place}`, 'flood'))
  const others = ['a', 'b'].map((name) => search(name))
  const reader = search('reader')
  const turnedAway = vi.fn()
  void flood[1]!.then(turnedAway)
  await settle()
  expect(turnedAway).toHaveBeenCalledWith(undefined)
  expect(queue.size.unknown).toBe(4)
  expect(await search('one too many')).toBeUndefined()
  const waiting = vi.fn()
  for (const each of [flood[0]!, ...others, reader]) void each.then(waiting)
  await settle()
  expect(waiting).not.toHaveBeenCalled()
})

test('a line full of searches turns no known page away', async () => {
  const { search, ask, queue } = aQueue()
  for (let place = 0; place < 50; place++) void search(`search ${place}`)
  expect(queue.size).toEqual({ running: 1, known: 0, unknown: 4 })
  for (let place = 0; place < 6; place++) void ask(`page ${place}`)
  expect(queue.size).toEqual({ running: 3, known: 4, unknown: 4 })
})

test('who has waited longest enough is turned away, and the work is not begun', async () => {
  const { ask, search, begun, runDry } = aQueue({ atATime: 1 })
  void ask('runs')
  const answers: Record<string, unknown> = {}
  void ask('page').then((answer) => (answers.page = answer))
  void search('search').then((answer) => (answers.search = answer))
  await vi.advanceTimersByTimeAsync(1_999)
  expect(answers).toEqual({})
  await vi.advanceTimersByTimeAsync(1)
  expect(answers).toEqual({ search: undefined })
  await vi.advanceTimersByTimeAsync(2_999)
  expect(answers).not.toHaveProperty('page')
  await vi.advanceTimersByTimeAsync(1)
  expect(answers).toEqual({ search: undefined, page: undefined })
  await runDry()
  expect(begun).toEqual(['runs'])
})

test('who has less patience waits less, and only for its own place', async () => {
  const { ask, queue, work, settle, runDry } = aQueue({ atATime: 1 })
  void ask('runs')
  const job = queue.job(work('shared'))
  const short = job.wait({ address: 'a', rank: 'known', patience: 300 })
  const long = job.wait({ address: 'b', rank: 'known' })
  await vi.advanceTimersByTimeAsync(300)
  expect(await short).toBeUndefined()
  await settle()
  await runDry()
  expect(await long).toBe('shared')
})

test('what has begun is waited for as long as it takes', async () => {
  const { ask, end, settle } = aQueue()
  const answer = ask('a')
  await settle()
  await vi.advanceTimersByTimeAsync(60_000)
  await end('a')
  expect(await answer).toBe('a')
})

test('work for which nobody waits any more is not begun; what has begun goes on', async () => {
  const { ask, begun, end, settle, runDry, queue } = aQueue({ atATime: 1 })
  const [early, late] = [new AbortController(), new AbortController()]
  const first = ask('first', 'x', 'known', late.signal)
  const second = ask('second', 'y', 'known', early.signal)
  const third = ask('third', 'z')
  await settle()
  early.abort()
  late.abort()
  expect(await second).toBeUndefined()
  expect(queue.size).toEqual({ running: 1, known: 1, unknown: 0 })
  await end('first')
  expect(await first).toBe('first')
  await runDry()
  expect(await third).toBe('third')
  expect(begun).toEqual(['first', 'third'])
  expect(await ask('has left before', 'x', 'known', AbortSignal.abort())).toBeUndefined()
  expect(begun).toEqual(['first', 'third'])
})

test('work that several wait for is done once, for as long as one of them waits', async () => {
  const { ask, queue, work, begun, runDry } = aQueue({ atATime: 1 })
  void ask('runs')
  const dropped = vi.fn()
  const job = queue.job(work('shared'), dropped)
  const leaving = [new AbortController(), new AbortController()]
  const left = leaving.map(({ signal }, place) =>
    job.wait({ address: `left ${place}`, rank: 'known', signal }),
  )
  const stays = job.wait({ address: 'stays', rank: 'known' })
  leaving.forEach((controller) => controller.abort())
  expect(await Promise.all(left)).toEqual([undefined, undefined])
  expect([dropped.mock.calls.length, job.begun]).toEqual([0, false])
  await runDry()
  expect(await stays).toBe('shared')
  expect(await job.wait({ address: 'late', rank: 'unknown' })).toBe('shared')
  expect(begun).toEqual(['runs', 'shared'])
  expect(dropped).not.toHaveBeenCalled()
})

test('work that all have given up is told so, once, and may be asked for again', async () => {
  const { ask, queue, work, begun, runDry } = aQueue({ atATime: 1 })
  void ask('runs')
  const dropped = vi.fn()
  const job = queue.job(work('shared'), dropped)
  const leaving = new AbortController()
  const waits = [
    job.wait({ address: 'a', rank: 'unknown', signal: leaving.signal }),
    job.wait({ address: 'b', rank: 'unknown' }),
  ]
  leaving.abort()
  expect(dropped).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await Promise.all(waits)).toEqual([undefined, undefined])
  expect(dropped).toHaveBeenCalledTimes(1)
  const again = job.wait({ address: 'c', rank: 'known' })
  await runDry()
  expect(await again).toBe('shared')
  expect(begun).toEqual(['runs', 'shared'])
})

test('shared work has the turn and the rank of whoever of those that wait comes first', async () => {
  const { ask, search, queue, work, begun, runDry } = aQueue({ atATime: 1 })
  void ask('runs')
  void search('earlier')
  const job = queue.job(work('shared'))
  const low = job.wait({ address: 'flood', rank: 'unknown' })
  const high = job.wait({ address: 'reader', rank: 'known' })
  void ask('later')
  await runDry()
  expect(begun).toEqual(['runs', 'shared', 'later', 'earlier'])
  expect(await Promise.all([low, high])).toEqual(['shared', 'shared'])
  expect(queue.size).toEqual({ running: 0, known: 0, unknown: 0 })
})

test('it is full when something known would have to wait', async () => {
  const { ask, search, queue, runDry } = aQueue()
  expect(queue.isFull).toBe(false)
  void search('search')
  void ask('a')
  expect(queue.isFull).toBe(false)
  void ask('b')
  expect(queue.isFull).toBe(true)
  await runDry()
  expect(queue.isFull).toBe(false)
})

test('choosing among very many addresses takes no time to speak of', async () => {
  vi.useRealTimers()
  const most = { most: 5_000, ofAddress: 5_000, longest: 60_000 }
  const queue = new FairQueue({ ...limits, waiting: { known: most, unknown: most } })
  const started = process.cpuUsage()
  const all = Array.from({ length: 5_000 }, (_, place) =>
    queue.run({ address: `a${place % 500}`, rank: 'known' }, async () => place),
  )
  expect((await Promise.all(all)).every((place) => place !== undefined)).toBe(true)
  const { user } = process.cpuUsage(started)
  expect(user / 1_000).toBeLessThan(1_000)
})
