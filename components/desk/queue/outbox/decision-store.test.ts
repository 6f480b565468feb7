import { expect, test, vi } from 'vitest'
import { DecisionStore, type Kept, type SendPresses } from './decision-store'
import type { Press } from './outbox'
import type { DecideOutcome, Status } from '../outcome'

const comment = (id: string) => ({ id, status: 'pending' as Status, sentAt: new Date(Number(id) || 0) })
const approve = (commentId: string): Press => ({
  commentId,
  name: 'Rea',
  seen: 'pending',
  becomes: 'approved',
  read: 'seal',
})
const outcomeOf = ({ becomes }: Press) =>
  ({ kind: 'moved', to: becomes, undoes: false }) as NonNullable<DecideOutcome>
const unavailable = { kind: 'refused', refusal: 'unavailable' } as NonNullable<DecideOutcome>

function aStore(send: SendPresses, before?: Kept) {
  const store = new DecisionStore<ReturnType<typeof comment>>(before)
  const again: (() => void)[] = []
  const kept: Kept[] = []
  store.connect({
    send,
    later: (_, next) => again.push(next),
    keep: (now) => kept.push(now),
  })
  return { store, again, kept }
}
const quiet = (store: DecisionStore<never>) =>
  vi.waitFor(() => expect(store.snapshot().waiting).toHaveLength(0))

test('sends one portion after the other, in order, each press once', async () => {
  const sent: string[][] = []
  const { store } = aStore(async ({ presses }) => {
    sent.push(presses.map(({ commentId }) => commentId))
    await Promise.resolve()
    return presses.map(outcomeOf)
  })
  for (let id = 0; id < 120; id++) store.press([approve(String(id))])
  await quiet(store as never)
  expect(sent.flat()).toEqual(Array.from({ length: 120 }, (_, id) => String(id)))
  expect(Math.max(...sent.map(({ length }) => length))).toBeLessThanOrEqual(50)
})

test('what could not be sent is sent again, and kept meanwhile where a reload finds it', async () => {
  let isAway = true
  const { store, again, kept } = aStore(async ({ presses }) => {
    if (isAway) throw new TypeError('Failed to fetch')
    return presses.map(outcomeOf)
  })
  store.press([approve('1'), approve('2')])
  await vi.waitFor(() => expect(store.snapshot().failures).toBe(1))
  expect(kept.at(-1)!.waiting).toMatchObject([{ commentId: '1' }, { commentId: '2' }])
  isAway = false
  again.pop()!()
  await quiet(store as never)
  expect(store.snapshot()).toMatchObject({ failures: 0, refused: new Map() })
  expect(kept.at(-1)!.waiting).toEqual([])
})

test('a page that was drawn before its decisions were made shows them as made, until its list is read anew', async () => {
  const { store, kept } = aStore(async ({ presses }) => presses.map(outcomeOf))
  store.press([approve('1')])
  await quiet(store as never)
  const reloaded = aStore(() => Promise.reject(new Error('nothing is to be sent')), kept.at(-1)).store
  const listed = ['1', '2'].map(comment)
  reloaded.know('pending', listed)
  expect(reloaded.shown(listed, 'pending').map(({ id }) => id)).toEqual(['2'])
  reloaded.refreshed(reloaded.settled())
  expect(reloaded.shown(listed, 'pending').map(({ id }) => id)).toEqual(['1', '2'])
})

test('a site that cannot save is asked again; one comment alone that cannot be decided comes back', async () => {
  let times = 0
  const { store, again } = aStore(async ({ presses }) => {
    times += 1
    return presses.map(({ commentId }) =>
      commentId === '1' || times === 1 ? unavailable : outcomeOf(approve('')),
    )
  })
  store.press([approve('1'), approve('2')])
  await vi.waitFor(() => expect(again).toHaveLength(1))
  again.pop()!()
  await quiet(store as never)
  expect([...store.snapshot().refused.keys()]).toEqual(['1'])
})

test('one that can never be decided does not keep the others waiting for ever', async () => {
  const { store, again } = aStore(async ({ presses }) => presses.map(() => unavailable))
  store.press([approve('1')])
  for (let times = 1; times < 5; times++) {
    await vi.waitFor(() => expect(again).toHaveLength(times))
    again.at(-1)!()
  }
  await quiet(store as never)
  expect([...store.snapshot().refused.keys()]).toEqual(['1'])
})

test('fewer answers than presses: all are sent again, and those that never get one come back with a reason', async () => {
  const sent: string[][] = []
  const { store, again } = aStore(async ({ presses }) => {
    sent.push(presses.map(({ commentId }) => commentId))
    return presses.slice(0, 1).map(outcomeOf)
  })
  store.press([approve('1'), approve('2')])
  for (let times = 1; times < 5; times++) {
    await vi.waitFor(() => expect(again).toHaveLength(times))
    again.at(-1)!()
  }
  await quiet(store as never)
  expect(sent).toEqual(Array(5).fill(['1', '2']))
  expect([...store.snapshot().refused]).toMatchObject([['2', { kind: 'refused', refusal: 'unavailable' }]])
})

test('what an earlier page has not sent is sent first', async () => {
  const send = vi.fn(async ({ presses }: { presses: readonly Press[] }) => presses.map(outcomeOf))
  const { store } = aStore(send, { waiting: [approve('1')], now: [['1', 'approved']] })
  await quiet(store as never)
  expect(send.mock.calls[0]![0].presses).toMatchObject([{ commentId: '1' }])
})

test('shows the comments of a view as they stand', async () => {
  const { store } = aStore(() => new Promise(() => {}))
  const listed = ['1', '2', '3'].map(comment)
  store.know('pending', listed)
  store.press([approve('2')])
  expect(store.shown(listed, 'pending').map(({ id }) => id)).toEqual(['1', '3'])
  store.takeBack()
  expect(store.shown([listed[0]!, listed[2]!], 'pending').map(({ id }) => id)).toEqual(['1', '2', '3'])
  // Newest first everywhere but among what waits; and of another view nothing is brought along.
  expect(store.shown([], 'approved')).toEqual([])
  store.know('pending, of one chapter', [])
  expect(store.shown([], 'pending')).toEqual([])
})
