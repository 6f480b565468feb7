import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Document } from './document'
import { LastDocuments } from './last-documents'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const page = (status = 200) => new Document(status, 'page')
const forgotten = (key: string, until = 60_000, document = page()) => ({ key, document, until })

test('what was forgotten may be handed out for a second, and no longer than it might have been kept', () => {
  const last = new LastDocuments()
  const [one, short] = [forgotten('/en'), forgotten('/short', 10_500)]
  last.add([one, short], 10_000)
  expect([last.get('/en', 10_999), last.get('/en', 11_000)]).toEqual([one.document, undefined])
  expect([last.get('/short', 10_499), last.get('/short', 10_500)]).toEqual([short.document, undefined])
  expect(last.get('/other', 10_000)).toBeUndefined()
})

test.each([404, 410, 500])('what says %i is no page to hand out', (status) => {
  const last = new LastDocuments()
  last.add([forgotten('/en', 60_000, page(status)), forgotten('/ja')], 0)
  expect([last.get('/en', 0), last.get('/ja', 0) !== undefined]).toEqual([undefined, true])
})

test('those whose time is over are let go of, also when nobody asks any more', async () => {
  const last = new LastDocuments()
  const kept = () => (last as unknown as { last: Map<string, unknown> }).last.size
  last.add([forgotten('/a', 500), forgotten('/b')], 0)
  last.expire(499)
  expect(kept()).toBe(2)
  last.expire(500)
  expect(kept()).toBe(1)
  last.add([forgotten('/c')], 900)
  await vi.advanceTimersByTimeAsync(999)
  expect([kept(), vi.getTimerCount()]).toEqual([2, 1])
  await vi.advanceTimersByTimeAsync(1)
  expect([kept(), vi.getTimerCount()]).toEqual([0, 0])
})

test('a page that was made new is not handed out as it was', () => {
  const last = new LastDocuments()
  last.add([forgotten('/a'), forgotten('/b'), forgotten('/c')], 0)
  last.delete('/a')
  expect(['/a', '/b'].map((path) => last.get(path, 0) !== undefined)).toEqual([false, true])
  last.empty()
  expect(['/b', '/c'].map((path) => last.get(path, 0) !== undefined)).toEqual([false, false])
})
