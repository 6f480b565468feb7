import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aPerson, anActor, aSession } from '@/lib/db/testing/factories'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { newId } from '@/lib/kernel/ids'
import { setPassword } from '../links/commands'
import { resetFor } from '../links/reset-commands'
import { knownIn, makeKnown } from '../sign-in/browser-commands'
import { actorOf } from '../sessions/queries'
import { addPerson, changeRole, disablePerson, enablePerson, makeLink } from './commands'
import { personOfLink } from './queries'

const tokenIn = (path: string) => path.replace('/welcome/', '')

/** Somebody with every way in that there is. */
async function someone() {
  const { id: personId, email } = await aPerson()
  const link = await makeLink(await anActor('admin'), { personId })
  if (!link.ok) throw new Error(link.refusal)
  setRuntime({ ...runtime(), sendsMail: true })
  const ask = await db.resetAsk.create({ data: { id: newId(), email } })
  const tokens = [tokenIn(link.value.path), (await resetFor(ask.id))!.token]
  const browser = await makeKnown(undefined, personId)
  const session = await aSession(personId)
  const ways = async () => [
    ...(await Promise.all(tokens.map(personOfLink))).map((person) => person?.email === email),
    Boolean(await knownIn(browser, email)),
    Boolean(await actorOf(session)),
  ]
  return { personId, tokens, ways }
}

test.each<[string, (person: { personId: string; tokens: string[] }) => Promise<{ ok: boolean }>]>([
  ['is disabled', async ({ personId }) => disablePerson(await anActor('admin'), { personId })],
  ['sets a password', ({ tokens }) => setPassword(tokens[0], { password: 'the tide turns at noon' })],
])('who %s has no way in any more, and everybody else has all of theirs', async (_, change) => {
  const [one, other] = [await someone(), await someone()]
  expect(await one.ways()).toEqual([true, true, true, true])
  expect((await change(one)).ok).toBe(true)
  expect(await one.ways()).toEqual([false, false, false, false])
  expect(await other.ways()).toEqual([true, true, true, true])
})

test('each change answers whom it was about; who gains a power stays signed in', async () => {
  const admin = await anActor('admin')
  const { id: personId, name } = await aPerson({ name: 'Emil' })
  const session = await aSession(personId)
  const about = { ok: true, value: { personId, name } }
  expect(await changeRole(admin, { personId, role: 'admin' })).toEqual(about)
  expect(await actorOf(session)).toMatchObject({ role: 'admin' })
  expect(await disablePerson(admin, { personId })).toEqual(about)
  expect(await enablePerson(admin, { personId })).toEqual(about)
  expect(await makeLink(admin, { personId })).toMatchObject(about)
  const added = await addPerson(admin, { name: 'Ada', email: 'ada@example.org', role: 'editor' })
  expect(added).toMatchObject({ ok: true, value: { name: 'Ada', until: expect.any(Date) as Date } })
})

test.each([makeLink, changeRole, disablePerson, enablePerson])(
  'what names nobody is about nobody: %o',
  async (command) => {
    const admin = await anActor('admin')
    for (const odd of [
      undefined,
      {},
      { personId: 'x', role: 'editor' },
      { personId: newId(), role: 'admin' },
    ])
      expect(await command(admin, odd)).toEqual({ ok: false, refusal: 'not-found' })
  },
)
