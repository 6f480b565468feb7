import { expect, test } from 'vitest'
import { asTree, type Thread } from './rules'

const comment = (id: string, parentId: string | null = null) => ({ id, parentId })
const drawn = (threads: Thread<{ id: string }>[]): string =>
  threads.map(({ comment: { id }, replies }) => id + (replies.length ? `(${drawn(replies)})` : '')).join(' ')

test('replies stand below what they answer, in the order they were sent', () => {
  const list = [comment('a'), comment('b', 'a'), comment('c'), comment('d', 'b'), comment('e', 'a')]
  expect(drawn(asTree(list))).toBe('a(b(d) e) c')
})

test('a reply whose parent is not shown stands by itself', () =>
  expect(drawn(asTree([comment('a', 'gone'), comment('b', 'a')]))).toBe('a(b)'))

test('beyond the depth replies stand beside their parent', () => {
  const list = [comment('a'), comment('b', 'a'), comment('c', 'b'), comment('d', 'c'), comment('e', 'd')]
  expect(drawn(asTree(list, 3))).toBe('a(b(c d e))')
  expect(drawn(asTree(list, 1))).toBe('a b c d e')
})

test('a reply that is listed before its parent is found', () =>
  expect(drawn(asTree([comment('b', 'a'), comment('a')]))).toBe('a(b)'))

test('ten thousand replies in one line, and a circle, do no harm', () => {
  const line = Array.from({ length: 10_000 }, (_, place) =>
    comment(String(place), place ? String(place - 1) : null),
  )
  expect(asTree(line)).toHaveLength(1)
  expect(asTree([comment('a', 'b'), comment('b', 'a')])).toBeDefined()
})
