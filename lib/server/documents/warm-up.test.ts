import { expect, test, vi } from 'vitest'
import { Document } from './document'
import { warmUp } from './warm-up'

const page = (status = 200) => new Document(status, '<p>Here</p>'.repeat(100))
const of = (...paths: string[]) => [async () => paths]

test('pages are made one after the other, in every form that browsers ask for, and counted', async () => {
  const [asked, grown]: [string[], string[]] = [[], []]
  let atOnce = 0
  const documents: Document[] = []
  const made = await warmUp({
    get: async (path) => {
      expect(++atOnce).toBe(1)
      asked.push(path)
      await Promise.resolve()
      atOnce -= 1
      documents.push(page())
      return documents.at(-1)!
    },
    grown: (path) => grown.push(path),
    paths: [async () => ['/en', '/ja'], async () => ['/en/chapters/a']],
    patience: 5_000,
  })
  expect([asked, grown, made]).toEqual([
    ['/en', '/ja', '/en/chapters/a'],
    ['/en', '/ja', '/en/chapters/a'],
    3,
  ])
  for (const document of documents)
    for (const coding of ['br', 'gzip'] as const) expect(document.body(coding)).toBeInstanceOf(Buffer)
})

test('what is not there or fails keeps nobody from starting', async () => {
  const get = async (path: string) => {
    if (path === '/bad') throw new Error('no database')
    return page(path === '/gone' ? 404 : 200)
  }
  const grown = () => {}
  expect(await warmUp({ get, grown, paths: of('/gone', '/en'), patience: 5_000 })).toBe(1)
  expect(await warmUp({ get, grown, paths: of('/en', '/bad', '/ja'), patience: 5_000 })).toBe(1)
  const paths = [() => Promise.reject(new Error('no database'))]
  expect(await warmUp({ get, grown, paths, patience: 5_000 })).toBe(0)
})

test('it ends when its time is over, whatever hangs, and begins nothing afterwards', async () => {
  const [asked, done]: [string[], string[]] = [[], []]
  const grown = (path: string) => void done.push(path)
  const { promise, resolve } = Promise.withResolvers<Document>()
  const get = (path: string) => {
    asked.push(path)
    return path === '/slow' ? promise : page()
  }
  expect(await warmUp({ get, grown, paths: of('/en', '/slow', '/ja'), patience: 400 })).toBe(1)
  resolve(page())
  // What was begun is finished; whatever came next would be asked for at once.
  await vi.waitFor(() => expect(done).toEqual(['/en', '/slow']))
  await new Promise((next) => setImmediate(next))
  expect(asked).toEqual(['/en', '/slow'])
})

test('once all is made nothing waits for the end of the time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  expect(await warmUp({ get: () => page(), grown: () => {}, paths: of('/en'), patience: 60_000 })).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})
