import { expect, test } from 'vitest'
import { heldMemory, partOfMuch } from '@/lib/kernel/testing/memory'
import { KeptDocuments } from './lru'

const none: ReadonlySet<string> = new Set()
const keys = (kept: KeptDocuments<{ bytes: number }>, ...among: string[]) =>
  among.filter((key) => kept.get(key, 0))

/** Three documents of ten bytes each, where as many have room; `a` is the oldest. */
function full() {
  const kept = new KeptDocuments<{ bytes: number }>(30)
  const documents = { a: { bytes: 10 }, b: { bytes: 10 }, c: { bytes: 10 } }
  for (const [key, document] of Object.entries(documents)) kept.set(key, document, 1_000, none)
  return { kept, documents }
}

test('as many are kept as have room, and not one byte more', () => {
  const { kept } = full()
  expect(kept.size).toEqual({ documents: 3, bytes: 30 })
  kept.set('d', { bytes: 1 }, 1_000, none)
  expect(kept.size).toEqual({ documents: 3, bytes: 21 })
  expect(keys(kept, 'a', 'b', 'c', 'd')).toEqual(['b', 'c', 'd'])
})

test('what was not read longest goes first, however long ago it came', () => {
  const { kept } = full()
  kept.get('a', 0)
  kept.set('d', { bytes: 10 }, 1_000, none)
  expect(keys(kept, 'a', 'b', 'c', 'd')).toEqual(['a', 'c', 'd'])
})

test('as many go as must', () => {
  const { kept } = full()
  kept.set('d', { bytes: 15 }, 1_000, none)
  expect(kept.size).toEqual({ documents: 2, bytes: 25 })
  expect(keys(kept, 'a', 'b', 'c', 'd')).toEqual(['c', 'd'])
})

test('one that is larger than everything has no room', () => {
  const { kept } = full()
  kept.set('d', { bytes: 31 }, 1_000, none)
  expect(kept.size).toEqual({ documents: 0, bytes: 0 })
})

test('what grows is counted by how much it grew, and pushes out others', () => {
  const { kept, documents } = full()
  kept.get('a', 0)
  documents.c.bytes = 12
  kept.grown('c', documents.c)
  expect(kept.size).toEqual({ documents: 2, bytes: 22 })
  documents.c.bytes = 15
  kept.grown('c', documents.c)
  expect(kept.size).toEqual({ documents: 2, bytes: 25 })
  kept.set('d', { bytes: 5 }, 1_000, none)
  expect(keys(kept, 'a', 'b', 'c', 'd')).toEqual(['a', 'c', 'd'])
})

test('what grew after another has taken its place is not counted', () => {
  const { kept, documents } = full()
  kept.set('a', { bytes: 4 }, 1_000, none)
  documents.a.bytes = 20
  kept.grown('a', documents.a)
  kept.grown('none', { bytes: 20 })
  expect(kept.size).toEqual({ documents: 3, bytes: 24 })
})

test('one that takes the place of another takes no more room than itself', () => {
  const { kept } = full()
  for (let time = 0; time < 10; time++) kept.set('a', { bytes: 10 }, 1_000, none)
  expect(kept.size).toEqual({ documents: 3, bytes: 30 })
})

test('what has had its time gives its room back', () => {
  const { kept } = full()
  expect(kept.get('a', 999)).toBeDefined()
  expect(kept.get('a', 1_000)).toBeUndefined()
  expect(kept.size).toEqual({ documents: 2, bytes: 20 })
})

test('what is forgotten gives its room back, and is told with its time', () => {
  const { kept, documents } = full()
  kept.set('c', documents.c, 2_000, new Set(['lists']))
  expect(kept.forget((tags) => tags.has('lists'))).toEqual([
    { key: 'c', document: documents.c, until: 2_000 },
  ])
  expect(kept.size).toEqual({ documents: 2, bytes: 20 })
  kept.empty()
  expect(kept.size).toEqual({ documents: 0, bytes: 0 })
})

test('each that goes is told, and why does not matter', () => {
  const gone: string[] = []
  const kept = new KeptDocuments<{ bytes: number }>(30, (key) => gone.push(key) < 0)
  for (const key of ['old', 'other', 'over', 'forgotten']) kept.set(key, { bytes: 10 }, 1_000, new Set([key]))
  kept.set('other', { bytes: 10 }, 1_000, none)
  kept.set('over', { bytes: 10 }, 500, none)
  kept.expire(500)
  kept.forget((tags) => tags.has('forgotten'))
  expect(gone).toEqual(['old', 'other', 'over', 'over', 'forgotten'])
  expect(kept.size).toEqual({ documents: 1, bytes: 10 })
})

test('what others gave out too is taken for just used, once', () => {
  const elsewhere = new Set(['a', 'b'])
  const kept = new KeptDocuments<{ bytes: number }>(30, (key) => elsewhere.delete(key))
  for (const key of ['a', 'b', 'c']) kept.set(key, { bytes: 10 }, 1_000, none)
  kept.set('d', { bytes: 10 }, 1_000, none)
  expect(keys(kept, 'a', 'b', 'c', 'd')).toEqual(['a', 'b', 'd'])
  expect(kept.size).toEqual({ documents: 3, bytes: 30 })
  for (const key of ['e', 'f']) kept.set(key, { bytes: 10 }, 1_000, none)
  expect(keys(kept, 'a', 'b', 'd', 'e', 'f')).toEqual(['d', 'e', 'f'])
})

test('a document is known under a key of its own', () => {
  const { kept, documents } = full()
  expect([kept.keyOf('a', documents.a), kept.keyOf('a', documents.b), kept.keyOf('x', documents.a)]).toEqual([
    'a',
    undefined,
    undefined,
  ])
})

test('what was asked for is not held, however long the text is of which it was a part', () => {
  const kept = new KeptDocuments<{ bytes: number }>(1_000)
  const paths = Array.from({ length: 200 }, (_, at) => `/en/chapters/number-${at}`)
  for (const path of paths) kept.set(path, { bytes: 1 }, 1_000, none)
  const before = heldMemory().heapUsed
  for (const path of paths) expect(kept.get(partOfMuch(path), 0)).toBeDefined()
  expect(heldMemory().heapUsed - before).toBeLessThan(4_000_000)
})
