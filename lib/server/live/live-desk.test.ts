import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Happening, Looking } from '@/lib/moderation/live/schema'
import { LiveDesk } from './live-desk'

const [edith, rea] = ['0199f000-0000-7000-8000-00000000000a', '0199f000-0000-7000-8000-00000000000b']
const comment = '0199f000-0000-7000-8000-0000000000c1'
const tab = (number: number) => `0199f000-0000-7000-8000-${String(number).padStart(12, '0')}`

let clock = Date.UTC(2026, 0, 1)
let desk: LiveDesk
beforeEach(() => {
  vi.useFakeTimers()
  desk = new LiveDesk(() => clock)
})
afterEach(() => {
  desk.close()
  vi.useRealTimers()
})

class AResponse extends EventEmitter {
  text = ''
  ended = false
  destroyed = false
  writableLength = 0
  write(more: string | Buffer) {
    this.text += more.toString()
  }
  end() {
    this.ended = true
    this.emit('close')
  }
  destroy() {
    this.destroyed = true
    this.emit('close')
  }
  get told(): Happening[] {
    return [...this.text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!) as Happening)
  }
}

function open(person: string, mayHear: () => Promise<boolean> = async () => true, since = clock + 100) {
  const response = new AResponse()
  const isOpen = desk.open({ response: response as unknown as ServerResponse, person, mayHear, since })
  return { response, isOpen }
}

const screened = (count: number) => JSON.stringify({ kind: 'screened', count })
const looking = (over: Partial<Looking> = {}) =>
  JSON.stringify({
    kind: 'looking',
    by: { id: edith, name: 'Edith' },
    tab: tab(1),
    comment,
    since: new Date(clock).toISOString(),
    ...over,
  })
const settled = () => vi.advanceTimersByTimeAsync(0)

test('whoever is there is told, and nobody twice', async () => {
  const [one, other] = [open(edith), open(rea)]
  desk.heard(screened(3))
  await settled()
  clock += 1_000
  const late = open(rea)
  await settled()
  expect(one.response.told).toEqual([{ kind: 'screened', count: 3 }])
  expect(other.response.told).toEqual(one.response.told)
  expect(late.response.told).toEqual([])
})

const always = async () => true
const counts = (response: AResponse) =>
  response.told.map((one) => (one.kind === 'screened' ? one.count : one.kind))

test('who comes with what they know of is told what has happened since, in order', () => {
  const begun = clock
  for (const count of [1, 2, 3]) {
    clock = begun + count * 1_000
    desk.heard(screened(count))
  }
  const known = (since: number) => counts(open(edith, always, since).response)
  expect(known(begun)).toEqual([1, 2, 3])
  expect(known(begun + 1_500)).toEqual([2, 3])
  // Another process may have written it down a little later.
  expect(known(begun + 2_050)).toEqual([2, 3])
  expect(known(begun + 3_200)).toEqual([])
  // Before this process began to listen, nobody knows.
  expect(known(begun - 200)).toEqual(['much'])
  expect(known(0)).toEqual(['much'])
})

test('what is told has ids by which a browser comes again and is told nothing twice', async () => {
  const { response } = open(edith)
  for (const count of [1, 2, 3]) desk.heard(screened(count))
  await settled()
  const ids = [...response.text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))
  expect(ids).toEqual([clock, clock + 1, clock + 2])
  expect(counts(open(edith, always, ids.at(-1)! + 100).response)).toEqual([])
})

test('what is still to be told is told once to who comes just then', async () => {
  const asked = Promise.withResolvers<boolean>()
  open(edith, () => asked.promise)
  desk.heard(screened(1))
  const late = open(rea, always, clock - 50)
  asked.resolve(true)
  await settled()
  expect(counts(late.response)).toEqual([1])
})

test('of what happened the last two hundred are told again, and to who knows less that there is more', () => {
  const begun = clock
  for (let count = 1; count <= 250; count++) {
    clock = begun + count * 1_000
    desk.heard(screened(count))
  }
  const known = (since: number) => counts(open(edith, always, since).response)
  expect(known(begun + 50_500)).toHaveLength(200)
  expect(known(begun + 49_500)).toEqual(['much'])
})

test.each([
  ['not heard', undefined],
  ['no JSON', 'moved'],
  ['of another version', JSON.stringify({ kind: 'renamed', by: edith })],
])('what is %s means: look again', async (_, payload) => {
  const { response } = open(edith)
  desk.heard(payload)
  await settled()
  expect(response.told).toEqual([{ kind: 'much' }])
})

test('whose session has ended hears nothing more, from the next thing on', async () => {
  let signedIn = true
  const [out, other] = [open(edith, async () => signedIn), open(rea)]
  desk.heard(screened(1))
  await settled()
  signedIn = false
  clock += 1_000
  desk.heard(screened(2))
  await settled()
  expect(out.response.told).toEqual([{ kind: 'screened', count: 1 }])
  expect(out.response.ended).toBe(true)
  expect(other.response.told).toHaveLength(2)
})

test('when nobody can say who may hear, nobody does', async () => {
  const { response } = open(edith, () => Promise.reject(new Error('the database is away')))
  desk.heard(screened(1))
  await settled()
  expect(response.told).toEqual([])
  expect(response.ended).toBe(true)
})

test('sessions are asked about once in a second at most, however much happens', async () => {
  const mayHear = vi.fn(async () => true)
  open(edith, mayHear)
  for (let count = 0; count < 50; count++) {
    desk.heard(screened(count))
    await settled()
    clock += 100
  }
  expect(mayHear).toHaveBeenCalledTimes(5)
})

test('what happens while sessions are asked about is told after it, in order, and is bounded', async () => {
  const asked = Promise.withResolvers<boolean>()
  const { response } = open(edith, () => asked.promise)
  for (let count = 0; count < 5; count++) desk.heard(screened(count))
  asked.resolve(true)
  await settled()
  expect(response.told.map((one) => one.kind === 'screened' && one.count)).toEqual([0, 1, 2, 3, 4])

  clock += 1_000
  const again = Promise.withResolvers<boolean>()
  const late = open(edith, () => again.promise)
  for (let count = 0; count < 1_000; count++) desk.heard(screened(count))
  again.resolve(true)
  await settled()
  expect(late.response.told[0]).toEqual({ kind: 'much' })
  expect(late.response.told.length).toBeLessThanOrEqual(201)
})

test('who looks at what is told to whoever comes, until it is over', async () => {
  open(edith)
  desk.heard(looking())
  desk.heard(looking({ tab: tab(2), by: { id: rea, name: 'Rea' } }))
  desk.heard(looking({ tab: tab(2), comment: null }))
  await settled()
  expect(open(rea).response.told).toEqual([JSON.parse(looking())])
  clock += 60_001
  expect(open(rea).response.told).toEqual([])
})

test('of looks no more than a thousand are kept', () => {
  for (let number = 0; number < 1_200; number++) desk.heard(looking({ tab: tab(number) }))
  const { told } = open(rea).response
  expect(told).toHaveLength(1_000)
  expect(told.at(-1)).toMatchObject({ tab: tab(1_199) })
})

test('somebody’s thirteenth desk closes the first of theirs, and nobody else’s', () => {
  const other = open(rea)
  const own = Array.from({ length: 13 }, () => open(edith))
  expect(own.map(({ response }) => response.ended)).toEqual([
    true,
    ...Array.from({ length: 12 }, () => false),
  ])
  expect(other.response.ended).toBe(false)
  expect(desk.size).toBe(13)
})

test('of all there are five hundred at most', () => {
  const all = Array.from({ length: 501 }, (_, number) => open(`${edith}${number}`))
  expect(all.filter(({ isOpen }) => isOpen)).toHaveLength(500)
  all[0]!.response.emit('close')
  expect(open(rea).isOpen).toBe(true)
})

test('who reads nothing is left, and the others are told', async () => {
  const [slow, other] = [open(edith), open(rea)]
  slow.response.writableLength = 256 * 1024 + 1
  desk.heard(screened(1))
  await settled()
  expect(slow.response.destroyed).toBe(true)
  expect(other.response.told).toHaveLength(1)
  expect(desk.size).toBe(1)
})

test('silence is broken before a proxy ends it, for those who may still hear', async () => {
  let signedIn = true
  const { response } = open(edith)
  const out = open(rea, async () => signedIn)
  await vi.advanceTimersByTimeAsync(25_000)
  expect(response.text.endsWith(':\n\n')).toBe(true)
  signedIn = false
  await vi.advanceTimersByTimeAsync(25_000)
  expect(out.response.ended).toBe(true)
  expect(response.ended).toBe(false)
})

test('closed, it ends all and takes none', () => {
  const { response } = open(edith)
  desk.close()
  expect(response.ended).toBe(true)
  expect(open(rea).isOpen).toBe(false)
})
