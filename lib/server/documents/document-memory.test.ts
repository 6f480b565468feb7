import { expect, test } from 'vitest'
import { Document } from './document'
import { DocumentMemory } from './document-memory'

const none: ReadonlySet<string> = new Set()
/** A document that takes so many bytes. */
const sized = (bytes: number) => Object.assign(new Document(200, ''), { bytes })
const kept = (memory: DocumentMemory, ...paths: string[]) => paths.filter((path) => memory.get(path, 0))

test('a quarter of the room for one is the most; strangers have an eighth of the room', () => {
  const memory = new DocumentMemory(8_000)
  memory.set('known', '/fits', sized(2_000), 1, none)
  memory.set('known', '/large', sized(2_001), 1, none)
  memory.set('unknown', '/search', sized(250), 1, none)
  memory.set('unknown', '/long-search', sized(251), 1, none)
  expect(kept(memory, '/fits', '/large', '/search', '/long-search')).toEqual(['/fits', '/search'])
  expect(memory.size).toEqual({ documents: 2, bytes: 2_250 })
})

test('what strangers ask for pushes out what they asked for before, and no page of the site', () => {
  const memory = new DocumentMemory(8_000)
  for (const path of ['/a', '/b', '/c', '/d']) memory.set('known', path, sized(2_000), 1, none)
  for (const path of ['/1', '/2', '/3', '/4', '/5']) memory.set('unknown', path, sized(250), 1, none)
  expect(kept(memory, '/a', '/b', '/c', '/d', '/1', '/2', '/5')).toEqual(['/a', '/b', '/c', '/d', '/2', '/5'])
  memory.set('known', '/e', sized(2_000), 1, none)
  expect(memory.size).toEqual({ documents: 8, bytes: 9_000 })
})

test('both kinds grow, are forgotten by their tags, and are emptied', () => {
  const memory = new DocumentMemory(8_000)
  const [page, search] = [sized(100), sized(100)]
  memory.set('known', '/page', page, 5, new Set(['lists']))
  memory.set('unknown', '/search', search, 6, new Set(['lists']))
  memory.set('known', '/other', sized(100), 1, new Set(['words']))
  for (const [path, one] of [
    ['/page', page],
    ['/search', search],
  ] as const) {
    one.bytes = 150
    memory.grown(path, one)
  }
  expect(memory.size).toEqual({ documents: 3, bytes: 400 })
  expect(memory.forget((tags) => tags.has('lists'))).toEqual([
    { key: '/page', document: page, until: 5 },
    { key: '/search', document: search, until: 6 },
  ])
  expect(memory.size).toEqual({ documents: 1, bytes: 100 })
  memory.set('unknown', '/search', search, 1, none)
  memory.empty()
  expect(memory.size).toEqual({ documents: 0, bytes: 0 })
})
