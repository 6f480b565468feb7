import { beforeEach, expect, test, vi } from 'vitest'
import { changeListener } from './change-listener'

const { forgetDiscussion } = vi.hoisted(() => ({ forgetDiscussion: vi.fn() }))
vi.mock('@/lib/comments/discussion/queries', () => ({ forgetDiscussion }))
beforeEach(() => forgetDiscussion.mockClear())

function inMemory() {
  const door = { keep: 'heard', changed: vi.fn(), empty: vi.fn() }
  const lookups = { keep: 'heard', changed: vi.fn() }
  const pictures = { empty: vi.fn() }
  const all = { door, lookups, pictures } as unknown as Parameters<typeof changeListener>[0]
  return { door, lookups, pictures, all }
}

test('what has changed is told to everything that is kept', () => {
  const { door, lookups, pictures, all } = inMemory()
  changeListener(all, false).changed(['chapter:1', 'series:a'])
  expect(door.changed).toHaveBeenCalledExactlyOnceWith(['chapter:1', 'series:a'])
  expect(lookups.changed).toHaveBeenCalledExactlyOnceWith(['chapter:1', 'series:a'])
  expect(forgetDiscussion).toHaveBeenCalledOnce()
  expect(pictures.empty).not.toHaveBeenCalled()
})

test.each(['lists', 'site'])('with %s a picture may have gone', (tag) => {
  const { pictures, all } = inMemory()
  changeListener(all, false).changed(['chapter:1', tag])
  expect(pictures.empty).toHaveBeenCalledOnce()
})

test.each([
  [true, false, 'heard', 1],
  [false, false, 'unheard', 0],
  [true, true, 'none', 1],
  [false, true, 'none', 0],
])(
  'when changes are heard: %s (in development: %s) pages are kept: %s',
  (hearing, development, keep, times) => {
    const { door, lookups, pictures, all } = inMemory()
    changeListener(all, development).hearing(hearing)
    expect([door.keep, lookups.keep]).toEqual([keep, keep])
    // Whatever was kept until now may be stale.
    expect(door.empty).toHaveBeenCalledOnce()
    expect(lookups.changed).toHaveBeenCalledExactlyOnceWith(['site'])
    expect(forgetDiscussion).toHaveBeenCalledTimes(times)
    expect(pictures.empty).not.toHaveBeenCalled()
  },
)
