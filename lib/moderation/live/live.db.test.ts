import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { deskChannel } from '@/lib/db/announce'
import { inTransaction } from '@/lib/db/in-transaction'
import { aComment, anActor } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import type { StaffActor } from '@/lib/people/permissions'
import { decide } from '../decisions/commands'
import { tellLooking, tellMoved, tellScreened } from './commands'
import { happening, type Happening } from './schema'

let listener: pg.Client
let editor: StaffActor
let heard: Happening[] = []
let longest = 0

beforeAll(async () => {
  listener = new pg.Client({ connectionString: process.env.DATABASE_URL! })
  await listener.connect()
  await listener.query(`listen ${deskChannel}`)
  listener.on('notification', ({ payload = '' }) => {
    longest = Math.max(longest, Buffer.byteLength(payload))
    heard.push(happening.parse(JSON.parse(payload)))
  })
  editor = await anActor('editor', 'Edith')
})
afterAll(() => listener.end())
beforeEach(() => void (heard = []))

/** What has been announced until now: notifications come in the order of their transactions. */
async function told(): Promise<Happening[]> {
  await listener.query('select 1')
  return heard
}

const moves = (count: number, actor: StaffActor) =>
  Array.from({ length: count }, () => ({ actor, commentId: newId(), becomes: 'spam' as const }))

test('a decision is told with who made it and when', async () => {
  const { id } = await aComment()
  const before = Date.now()
  expect((await decide(editor, { commentId: id, seen: 'pending', becomes: 'spam' })).ok).toBe(true)
  const [one, ...others] = await told()
  expect(others).toEqual([])
  expect(one).toMatchObject({
    kind: 'moved',
    by: { id: editor.id, name: 'Edith' },
    moves: [{ id, to: 'spam' }],
  })
  expect(Date.parse((one as { at: string }).at)).toBeGreaterThanOrEqual(before)
})

test('one that comes too late tells nobody anything', async () => {
  const { id } = await aComment({ status: 'spam' })
  expect((await decide(editor, { commentId: id, seen: 'pending', becomes: 'trash' })).ok).toBe(false)
  expect(await told()).toEqual([])
})

test('what is taken back by its transaction is not told', async () => {
  const undone = inTransaction(async (tx) => {
    await tellMoved(tx, moves(1, editor))
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  expect(await told()).toEqual([])
})

test('our own rules are nobody', async () => {
  const actor = { role: 'system', rule: 'links' } as const
  await inTransaction((tx) => tellMoved(tx, [{ actor, commentId: newId(), becomes: 'spam' }]))
  expect(await told()).toMatchObject([{ kind: 'moved', by: null }])
})

test('many are told in portions that Postgres takes, also by somebody with the longest of names', async () => {
  const other = { ...(await anActor('admin')), name: '𠮷'.repeat(245) }
  await inTransaction((tx) => tellMoved(tx, [...moves(140, other), ...moves(3, editor)]))
  const all = await told()
  expect(all.map((one) => one.kind === 'moved' && [one.by?.id, one.moves.length])).toEqual([
    [other.id, 60],
    [other.id, 60],
    [other.id, 20],
    [editor.id, 3],
  ])
  expect(longest).toBeLessThan(8_000)
})

test('more than a desk can show are told as much', async () => {
  await inTransaction((tx) => tellMoved(tx, moves(301, editor)))
  expect(await told()).toEqual([{ kind: 'much' }])
})

test('what has been screened is told by its number, and nothing is told of nothing', async () => {
  await inTransaction((tx) => tellScreened(tx, 7))
  await inTransaction((tx) => tellScreened(tx, 0))
  expect(await told()).toEqual([{ kind: 'screened', count: 7 }])
})

test('who looks at a comment is told, and what is no look is refused', async () => {
  const [tab, comment] = [newId(), newId()]
  expect(await tellLooking(editor, { tab, comment })).toBe(true)
  expect(await tellLooking(editor, { tab, comment: null })).toBe(true)
  for (const given of [undefined, {}, { tab }, { tab: 'x', comment }, { tab, comment: 'x'.repeat(9_000) }])
    expect(await tellLooking(editor, given as never)).toBe(false)
  const by = { id: editor.id, name: 'Edith' }
  expect(await told()).toMatchObject([
    { kind: 'looking', by, tab, comment },
    { kind: 'looking', by, tab, comment: null },
  ])
})
