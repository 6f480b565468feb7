import { expect, test } from 'vitest'
import { asThread, asTree, countReplies, type Removed, type Thread } from './rules'

const comment = (id: string, parentId: string | null = null) => ({ id, parentId })
const drawn = (threads: Thread<{ id: string }>[]): string =>
  threads.map(({ comment: { id }, replies }) => id + (replies.length ? `(${drawn(replies)})` : '')).join(' ')

const sizeOf = (threads: Thread<object>[]): number =>
  threads.reduce((sum, { replies }) => sum + 1 + sizeOf(replies), 0)

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
  const [root, ...others] = asTree(line)
  expect([others.length, sizeOf([root!])]).toEqual([0, 10_000])
  expect(drawn(asTree([comment('a', 'b'), comment('b', 'a')]))).toBe('b(a)')
})

const hole = (id: string, parentId: string | null = null): Removed => ({ id, parentId, removed: true })

test.each<[string, [string, string?][], [string, string?][], number, string]>([
  [
    'its replies stand below it',
    [
      ['b', 'x'],
      ['c', 'x'],
    ],
    [['x']],
    5,
    'x(b c)',
  ],
  ['it stands where its first reply would', [['a'], ['b', 'x'], ['c'], ['d', 'x']], [['x']], 5, 'a x(b d) c'],
  ['between two that are shown', [['a'], ['b', 'x']], [['x', 'a']], 5, 'a(x(b))'],
  [
    'two below one',
    [['a'], ['b', 'x'], ['c', 'y']],
    [
      ['x', 'a'],
      ['y', 'a'],
    ],
    5,
    'a(x(b) y(c))',
  ],
  ['not without a reply', [['a']], [['x', 'a']], 5, 'a'],
  ['as deep as threads go, before them', [['a'], ['b', 'x'], ['c', 'b']], [['x', 'a']], 2, 'a(x b c)'],
  ['and in a list', [['a'], ['b', 'x']], [['x']], 1, 'a x b'],
  ['the last level is for its reply', [['a'], ['b', 'x']], [['x', 'a']], 3, 'a(x(b))'],
])('what was removed: %s', (_, comments, removed, depth, expected) =>
  expect(
    drawn(
      asThread(
        comments.map(([id, parent]) => comment(id, parent)),
        removed.map(([id, parent]) => hole(id, parent)),
        depth,
      ),
    ),
  ).toBe(expected),
)

test('what was removed is no reply, and those below it are', () => {
  const [root] = asThread(
    [comment('a'), comment('b', 'x'), comment('c', 'x'), comment('d', 'a')],
    [hole('x', 'a')],
  )
  expect(countReplies(root!.replies)).toBe(3)
})
