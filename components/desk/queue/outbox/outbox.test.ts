import { expect, test } from 'vitest'
import {
  answered,
  asPressed,
  dismiss,
  dismissAll,
  emptyOutbox,
  failed,
  press,
  refreshed,
  sending,
  settled,
  takeBack,
  type Outbox,
  type Press,
} from './outbox'
import type { DecideOutcome, Status } from '../outcome'

const approve = (commentId: string, seen: Status = 'pending'): Press => ({
  commentId,
  name: `Of ${commentId}`,
  seen,
  becomes: 'approved',
  read: `seal of ${commentId}`,
})
const moved = { kind: 'moved', to: 'approved', undoes: false } as NonNullable<DecideOutcome>
const changed = { kind: 'refused', refusal: 'text-changed' } as NonNullable<DecideOutcome>
const lost = (now: Status) =>
  ({ kind: 'already-moved', now, by: 'Ada', rule: null, at: new Date(0) }) as NonNullable<DecideOutcome>
const comments = ['a', 'b', 'c', 'd'].map((id) => ({ id, status: 'pending' as Status }))
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
const shown = (box: Outbox, listed = comments) =>
  asPressed(box, listed, comments, byId)
    .map(({ id }) => id)
    .join('')
const ids = ({ waiting }: Outbox) => waiting.map(({ commentId, undoes }) => commentId + (undoes ? '↩' : ''))

test('four presses in a row decide about four comments, in order, before any has been answered', () => {
  let box = emptyOutbox
  for (const { id } of comments) box = press(sending(box), [approve(id)])
  expect(ids(box)).toEqual(['a', 'b', 'c', 'd'])
  expect(shown(box)).toBe('')
  expect(box.waiting.map(({ read }) => read)).toEqual(comments.map(({ id }) => `seal of ${id}`))
})

test('a second press about a comment that has just left is none; about where it is now it is one', () => {
  const box = press(emptyOutbox, [approve('a')])
  expect(press(box, [approve('a')])).toBe(box)
  expect(ids(press(box, [{ ...approve('a', 'approved'), becomes: 'spam' }]))).toEqual(['a', 'a'])
})

test('what is refused comes back with its reason, and nothing else does', () => {
  const box = answered(sending(press(emptyOutbox, [approve('a'), approve('b'), approve('c')])), [
    moved,
    changed,
    lost('spam'),
  ])
  expect(shown(box)).toBe('bcd')
  expect([...box.refused.keys()]).toEqual(['b', 'c'])
  // And cannot be taken back: only the one that was moved can.
  expect(box.undo.flat().map(({ commentId }) => commentId)).toEqual(['a'])
  // Who has read that a colleague was first no longer sees it here; what was refused stays to be decided.
  expect(shown(dismiss(dismiss(box, 'c'), 'b'))).toBe('bd')
  expect(dismiss(dismiss(box, 'c'), 'b').refused.size).toBe(0)
  // A new press takes the reason away.
  expect(press(box, [approve('b')]).refused.has('b')).toBe(false)
})

test('what comes while something is under way waits behind it, and only what was sent is answered', () => {
  const first = sending(press(emptyOutbox, [approve('a')]))
  const box = answered(press(first, [approve('b')]), [moved])
  expect([ids(box), box.underWay]).toEqual([['b'], 0])
})

test('at most fifty are sent at once', () => {
  const many = Array.from({ length: 120 }, (_, place) => approve(String(place)))
  expect(sending(press(emptyOutbox, many)).underWay).toBe(50)
})

test('undo goes back as far as anybody has pressed, and takes what was decided together as one', () => {
  let box = press(press(emptyOutbox, [approve('a')]), [approve('b'), approve('c')])
  box = answered(sending(box), [moved, moved, moved])
  box = takeBack(box)
  expect(ids(box)).toEqual(['b↩', 'c↩'])
  expect(box.waiting[0]).toMatchObject({ seen: 'approved', becomes: 'pending', undoes: true })
  expect(shown(box)).toBe('bcd')
  box = takeBack(box)
  expect(ids(box)).toEqual(['b↩', 'c↩', 'a↩'])
  expect(shown(box)).toBe('abcd')
  expect(takeBack(box)).toBe(box)
})

test('what is taken back before it was sent is never sent; what is under way is taken back after it', () => {
  expect(ids(takeBack(press(emptyOutbox, [approve('a')])))).toEqual([])
  const underWay = sending(press(emptyOutbox, [approve('a')]))
  expect(ids(takeBack(underWay))).toEqual(['a', 'a↩'])
  expect(shown(takeBack(underWay))).toBe('abcd')
})

test('a comment that is taken back is shown though the list has been read without it', () => {
  const box = takeBack(answered(sending(press(emptyOutbox, [approve('b')])), [moved]))
  expect(
    shown(
      box,
      comments.filter(({ id }) => id !== 'b'),
    ),
  ).toBe('abcd')
})

test.each([
  ['it is where it was to go back to: nothing is said', lost('pending'), 0, 'abcd'],
  ['somebody has meanwhile moved it elsewhere: that is said', lost('trash'), 1, 'abcd'],
])('an undo that came too late: %s', (_, outcome, refusals, list) => {
  const done = answered(sending(press(emptyOutbox, [approve('a')])), [moved])
  const box = answered(sending(takeBack(done)), [outcome])
  expect(box.refused.size).toBe(refusals)
  expect(shown(box)).toBe(list)
})

test('when the site cannot be reached, all that was under way is sent again', () => {
  const box = failed(sending(press(emptyOutbox, [approve('a'), approve('b')])))
  expect([ids(box), box.underWay, box.failures]).toEqual([['a', 'b'], 0, 1])
  expect(answered(sending(box), [moved, moved]).failures).toBe(0)
})

test('about what the site said nothing of, nobody knows that it was done: it comes back, and cannot be taken back', () => {
  const box = answered(sending(press(emptyOutbox, [approve('a'), approve('b'), approve('c')])), [moved])
  expect(shown(box)).toBe('bcd')
  expect([...box.refused]).toMatchObject([
    ['b', { kind: 'refused', refusal: 'unavailable', id: 'b', from: 'pending' }],
    ['c', { kind: 'refused', refusal: 'unavailable', id: 'c', from: 'pending' }],
  ])
  expect(box.undo.flat().map(({ commentId }) => commentId)).toEqual(['a'])
  expect(answered(sending(press(emptyOutbox, [approve('a')])), []).refused.size).toBe(1)
})

test('a list that is read anew knows what had been answered before, and not what came after', () => {
  let box = answered(sending(press(emptyOutbox, [approve('a')])), [moved])
  const before = settled(box)
  expect([...before]).toEqual(['a'])
  box = press(box, [approve('b')])
  box = refreshed(box, before)
  expect(shown(box, comments.slice(1))).toBe('cd')
  // Had a colleague brought it back meanwhile, it would be there.
  expect(shown(box)).toBe('acd')
})

test('what somebody else decided first stays until it is read, also when the list no longer has it', () => {
  const box = answered(sending(press(emptyOutbox, [approve('a'), approve('b'), approve('c')])), [
    moved,
    lost('spam'),
    lost('trash'),
  ])
  const later = refreshed(box, settled(box))
  expect(shown(later, [comments[3]!])).toBe('bcd')
  expect(shown(dismiss(later, 'b'), [comments[3]!])).toBe('cd')
  const read = dismissAll(later)
  expect(read.refused.size).toBe(0)
  expect(shown(read, [comments[3]!])).toBe('d')
})
