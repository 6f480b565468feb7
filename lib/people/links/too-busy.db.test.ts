import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { aPerson, anActor } from '@/lib/db/testing/factories'
import { addressKey } from '@/lib/kernel/address-key'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { makeLink } from '../accounts/commands'
import { forgetCrowd, hashInTurn, type Lane } from '../sign-in/in-turn'
import { setPassword } from './commands'
import { ensureFirstAdmin, welcome } from './first-admin'
import { askReset } from './reset-commands'

const password = 'the tide turns at noon'
const tokenIn = (path: string) => path.replace('/welcome/', '')
async function aLink() {
  const [admin, { id: personId }] = [await anActor('admin'), await aPerson()]
  const link = await makeLink(admin, { personId })
  if (!link.ok) throw new Error(link.refusal)
  return tokenIn(link.value.path)
}
async function theFirstLink() {
  await db.person.updateMany({ data: { role: 'editor' } })
  const link = await ensureFirstAdmin({})
  if (link.kind !== 'link') throw new Error(link.kind)
  return tokenIn(link.path)
}
beforeEach(() => {
  forgetCrowd()
  setRuntime({ ...runtime(), sendsMail: true })
})

/** So many stand in a line, which moves on when the test says so. */
function aLine(lane: Lane, length: number) {
  const { promise, resolve } = Promise.withResolvers<void>()
  const all = Array.from({ length }, () => hashInTurn(lane, () => promise))
  return async () => {
    resolve()
    await Promise.all(all)
  }
}

const fields = { name: 'Ada', email: 'ada@example.org', password }
const uses: [string, () => Promise<string>, (token: string) => Promise<{ ok: boolean }>][] = [
  ['of somebody', aLink, (token) => setPassword(token, { password })],
  ['of the first admin', theFirstLink, (token) => welcome(token, fields)],
]

test.each(uses)('the link %s stays good when too many come at once to be heard', async (_, make, use) => {
  const token = await make()
  const moveOn = aLine('owner', 22)
  expect(await use(token)).toEqual({ ok: false, refusal: 'unavailable' })
  await moveOn()
  expect((await use(token)).ok).toBe(true)
})

test.each(uses)('the link %s stays good after a fault, which is no refusal', async (_, make, use) => {
  const token = await make()
  await pool().query('alter table known_browser rename to gone')
  await expect(use(token)).rejects.toThrow('known_browser')
  await pool().query('alter table gone rename to known_browser')
  expect((await use(token)).ok).toBe(true)
})

test('who asks for a link where too many of their network wait gets a turn, and nothing is noted', async () => {
  const address = '192.0.2.1'
  const before = await db.resetAsk.count()
  const moveOn = aLine({ network: addressKey(address), hasTurn: false }, 5)
  const asked = await askReset({ email: 'somebody@example.org' }, { address })
  expect(asked).toEqual({ ok: false, refusal: 'wait', seconds: 5, turn: expect.any(String) as string })
  await moveOn()
  expect(await db.resetAsk.count()).toBe(before)
  await pool().query('alter table sign_in_guess rename to gone')
  await expect(askReset({ email: 'somebody@example.org' }, { address })).rejects.toThrow('sign_in_guess')
  await pool().query('alter table gone rename to sign_in_guess')
  expect(await askReset({ email: 'somebody@example.org' }, { address })).toEqual({
    ok: true,
    value: undefined,
  })
})

test('after five asks and three more in a visit no more is heard in that hour', async () => {
  const visitor = { address: '198.51.100.1', turn: undefined as string | undefined }
  let now = Date.UTC(2035, 0, 1)
  const said: string[] = []
  while (said.at(-1) !== 'full' && said.length < 40) {
    const outcome = await askReset({ email: 'somebody@example.org' }, visitor, now)
    said.push(outcome.ok ? 'heard' : outcome.refusal)
    if (outcome.ok || outcome.refusal !== 'wait') continue
    visitor.turn = outcome.turn
    now += outcome.seconds * 1_000
  }
  expect(said.filter((one) => one === 'heard')).toHaveLength(8)
  expect(said.at(-1)).toBe('full')
})

test('what is no address is called so', async () => {
  const asked = await askReset({ email: 'nobody' }, { address: '203.0.113.1' })
  expect(asked).toEqual({ ok: false, refusal: 'problem', problem: 'email-wrong' })
})
