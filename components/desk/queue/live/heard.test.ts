import { expect, test } from 'vitest'
import type { Happening } from '@/lib/moderation/live/schema'
import { hear, lookersAt, nothingHeard, readAnew, type Heard } from './heard'

const edith = { id: 'edith', name: 'Edith' }
const rea = { id: 'rea', name: 'Rea' }
const time = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()

const moved = (by: typeof edith | null, to: 'spam' | 'approved', ...ids: string[]): Happening => ({
  kind: 'moved',
  by,
  at: time(0),
  moves: ids.map((id) => ({ id, to })),
})
const looks = (by: typeof edith, tab: string, comment: string | null, second = 0): Happening => ({
  kind: 'looking',
  by,
  tab,
  comment,
  since: time(second),
})

const after = (...told: Happening[]): Heard =>
  told.reduce((heard, one) => hear(heard, one, 'this tab'), nothingHeard)
const at = (second: number) => Date.parse(time(second))

test('of each comment the last that became of it is known', () => {
  const { elsewhere } = after(moved(edith, 'spam', 'a', 'b'), moved(null, 'approved', 'a'))
  expect(elsewhere.get('a')).toEqual({ to: 'approved', by: null, at: time(0) })
  expect(elsewhere.get('b')).toEqual({ to: 'spam', by: edith, at: time(0) })
})

test('of each comment the last who changed its words is known, until the list is read anew', () => {
  const edited = (by: typeof edith, second: number): Happening => ({
    kind: 'edited',
    by,
    at: time(second),
    comment: 'a',
  })
  const heard = after(edited(edith, 1), edited(rea, 2))
  expect(heard.edited.get('a')).toEqual({ by: rea, at: time(2) })
  expect(readAnew(heard).edited.size).toBe(0)
})

test('of more than five hundred the newest are known', () => {
  const ids = Array.from({ length: 600 }, (_, number) => String(number))
  const { elsewhere } = after(...ids.map((id) => moved(edith, 'spam', id)), moved(rea, 'spam', '200'))
  expect(elsewhere.size).toBe(500)
  expect([elsewhere.has('99'), elsewhere.has('101')]).toEqual([false, true])
  expect(elsewhere.get('200')!.by).toEqual(rea)
})

test('new comments add up, and much is much', () => {
  expect(after({ kind: 'screened', count: 2 }, { kind: 'screened', count: 5 }).fresh).toBe(7)
  expect(after({ kind: 'much' }, { kind: 'screened', count: 1 })).toMatchObject({ fresh: 1, isOld: true })
})

test('a list that was read anew has all of it, but for who is looking', () => {
  const heard = readAnew(
    after(moved(edith, 'spam', 'a'), { kind: 'much' }, { kind: 'screened', count: 1 }, looks(rea, 'r', 'a')),
  )
  expect(heard).toEqual({ ...nothingHeard, looking: heard.looking })
  expect(lookersAt(heard, 'a', at(1))).toEqual([rea])
})

test.each<[string, Happening[], number, (typeof edith)[]]>([
  ['nobody', [], 1, []],
  ['one', [looks(rea, 'r', 'a')], 1, [rea]],
  ['two, the first before the other', [looks(rea, 'r', 'a', 5), looks(edith, 'e', 'a', 2)], 6, [edith, rea]],
  ['one in two tabs', [looks(rea, 'r', 'a'), looks(rea, 's', 'a', 3)], 4, [rea]],
  ['one who went on', [looks(rea, 'r', 'a'), looks(rea, 'r', 'b', 3)], 4, []],
  ['one who left', [looks(rea, 'r', 'a'), looks(rea, 'r', null, 3)], 4, []],
  ['one of whom nothing was heard for a minute', [looks(rea, 'r', 'a')], 60, []],
  ['one just within it', [looks(rea, 'r', 'a')], 59, [rea]],
  ['oneself here', [looks(rea, 'this tab', 'a')], 1, []],
  ['oneself in another tab', [looks(rea, 'that tab', 'a')], 1, [rea]],
])('a comment is looked at by %s', (_, told, second, lookers) => {
  expect(lookersAt(after(...told), 'a', at(second))).toEqual(lookers)
})
