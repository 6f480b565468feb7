import { expect, test, vi } from 'vitest'
import { DocumentCache } from './document-cache'

/** A door whose pages somebody keeps too. */
async function aKeptDoor() {
  const keeper = { offer: vi.fn(() => true), gone: vi.fn(() => false), emptied: vi.fn() }
  const clock = { now: 0 }
  const door = new DocumentCache({
    readerScript: '/assets/reader.js',
    keeper,
    now: () => clock.now,
    render: async (path) => ({ status: 200, html: `<p>${path}</p>`, tags: new Set([path]) }),
  })
  door.keep = 'heard'
  const page = await door.get('/en', { address: '', rank: 'known' })
  const give = (coding: 'br' | 'identity') => {
    page.given.add(coding)
    door.given('/en', page)
  }
  return { door, keeper, clock, page, give }
}

test('a page is offered once for each coding in which it was given', async () => {
  const { door, keeper, page, give } = await aKeptDoor()
  door.given('/en', page)
  expect(keeper.offer).not.toHaveBeenCalled()
  for (const coding of ['br', 'br', 'identity', 'br'] as const) give(coding)
  expect(keeper.offer.mock.calls).toEqual([
    ['/en', page],
    ['/en', page],
  ])
})

test('a page that could not be taken is offered again', async () => {
  const { keeper, give } = await aKeptDoor()
  keeper.offer.mockReturnValueOnce(false)
  for (let time = 0; time < 3; time++) give('br')
  expect(keeper.offer).toHaveBeenCalledTimes(2)
})

test('a page that is not in memory any more is not offered', async () => {
  const { door, keeper, give } = await aKeptDoor()
  door.changed(['/en'])
  expect(keeper.gone.mock.calls).toEqual([['/en']])
  give('br')
  expect(keeper.offer).not.toHaveBeenCalled()
})

test('a page whose time is over goes without being asked for', async () => {
  const { door, keeper, clock } = await aKeptDoor()
  clock.now = 3_599_999
  door.expire()
  expect(keeper.gone).not.toHaveBeenCalled()
  clock.now = 3_600_000
  door.expire()
  expect(keeper.gone.mock.calls).toEqual([['/en']])
})

test('whether changes can be heard is told when all is forgotten', async () => {
  const { door, keeper } = await aKeptDoor()
  door.empty()
  door.keep = 'unheard'
  door.empty()
  expect(keeper.emptied.mock.calls).toEqual([[true], [false]])
})
