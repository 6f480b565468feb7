import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aPerson, anActor } from '@/lib/db/testing/factories'
import { connectForRaces, race, raceOf } from '@/lib/db/testing/barrier'
import { newId } from '@/lib/kernel/ids'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { changeRole, disablePerson, makeLink } from './accounts/commands'
import { setPassword } from './links/commands'
import { ensureFirstAdmin, welcome } from './links/first-admin'
import { recover } from './links/recovery-commands'
import { resetFor } from './links/reset-commands'
import { NotAllowed } from './permissions'
import { forgetCrowd } from './sign-in/in-turn'
import { hearGuess, hearKnown } from './sign-in/guess-commands'
import { guessLimits, MOST_IN_KNOWN_BROWSER } from './sign-in/turns'

// Two who are in the middle of the same at once. Each of these goes wrong when the lock is taken away.

const password = 'correct horse battery'
const everyAdmin = { role: 'admin', disabledAt: null } as const

beforeAll(connectForRaces)
beforeEach(async () => {
  forgetCrowd()
  setRuntime({ ...runtime(), sendsMail: true })
  await db.person.updateMany({ data: { role: 'editor' } })
})

test('of two processes that start with different settings one makes the first admin', async () => {
  const starts = await raceOf(
    'insert on person',
    ['one@example.org', 'two@example.org'].map((email) => () => ensureFirstAdmin({ email, password })),
  )
  expect(starts.map(({ kind }) => kind)).toEqual(['made', 'exists'])
  expect(await db.person.count({ where: everyAdmin })).toBe(1)
})

test('the link of the first admin makes one', async () => {
  const link = await ensureFirstAdmin({})
  if (link.kind !== 'link') throw new Error(link.kind)
  const token = link.path.replace('/welcome/', '')
  const both = await raceOf(
    'insert on person',
    ['ada', 'eve'].map((name) => () => welcome(token, { name, email: `${name}@example.org`, password })),
  )
  expect(both.map(({ ok }) => ok)).toEqual([true, false])
  expect(await db.person.count({ where: everyAdmin })).toBe(1)
})

test('who is nobody becomes no admin at the machine while the first admin comes from the settings', async () => {
  const [start, recovered] = await raceOf<object>('insert on person', [
    () => ensureFirstAdmin({ email: 'root@example.org', password }),
    () => recover('stranger@example.org'),
  ])
  expect(start).toMatchObject({ kind: 'made' })
  expect(recovered).toEqual({ ok: false, refusal: 'nobody' })
})

test('who is disabled while a link is printed for them has none afterwards', async () => {
  const [admin, { id, email }] = [await anActor('admin'), await aPerson()]
  await db.person.update({ where: { id: admin.id }, data: { passwordHash: 'some hash' } })
  const [recovered, disabled] = await raceOf<{ ok: boolean }>('insert on reset_link', [
    () => recover(email),
    () => disablePerson(admin, { personId: id }),
  ])
  expect([recovered!.ok, disabled!.ok]).toEqual([true, true])
  expect(await db.resetLink.count({ where: { personId: id, expiresAt: { gt: new Date() } } })).toBe(0)
})

test('two who ask for the same mailbox at once fill it with one mail', async () => {
  const { email } = await aPerson()
  const asks = [newId(), newId()]
  for (const id of asks) await db.resetAsk.create({ data: { id, email } })
  const mails = await raceOf(
    'insert on reset_link',
    asks.map((id) => () => resetFor(id)),
  )
  expect(mails.map((mail) => mail?.email)).toEqual([email, undefined])
})

test('a link that is used while its owner is disabled: nobody waits in a circle, and it is no way in', async () => {
  const [admin, { id: personId }] = [await anActor('admin'), await aPerson({ passwordHash: null })]
  const link = await makeLink(admin, { personId })
  if (!link.ok) throw new Error('no link')
  const token = link.value.path.replace('/welcome/', '')
  const both = await raceOf<{ ok: boolean }>('update on setup_link', [
    () => setPassword(token, { password }),
    () => disablePerson(admin, { personId }),
  ])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(await db.person.findUnique({ where: { id: personId } })).toMatchObject({
    disabledAt: expect.any(Date) as Date,
    sessionVersion: 3,
  })
})

test.each([
  ['demote', changeRole],
  ['disable', disablePerson],
])('two admins who %s each other leave one', async (_what, change) => {
  const [one, two] = [await anActor('admin'), await anActor('admin')]
  const { outcomes } = await race('update on person', [
    () => change(one, { personId: two.id, role: 'editor' }),
    () => change(two, { personId: one.id, role: 'editor' }),
  ])
  expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { reason: expect.any(NotAllowed) as NotAllowed }])
  expect(await db.person.count({ where: everyAdmin })).toBe(1)
})

test('a link that is used twice at once sets one password, and is dead to the other', async () => {
  const { id } = await aPerson({ role: 'admin' })
  const made = await makeLink(await anActor('admin'), { personId: id })
  const token = made.ok ? made.value.path.replace('/welcome/', '') : ''
  const outcomes = await raceOf(
    'update on person',
    ['the lamp was dark', 'the glass fell all day'].map(
      (chosen) => () => setPassword(token, { password: chosen }),
    ),
  )
  expect(outcomes).toEqual([
    { ok: true, value: { personId: id, sessionVersion: 2 } },
    { ok: false, refusal: 'link-dead' },
  ])
})

test('the last free guess at a password is one guess', async () => {
  const [email, now] = ['somebody@example.org', Date.now()]
  for (let count = 1; count < guessLimits.free; count++)
    await hearGuess(email, { address: `10.1.${count}.1`, now })
  const both = await raceOf(
    'insert on sign_in_guess',
    [1, 2].map((part) => () => hearGuess(email, { address: `10.2.${part}.1`, now })),
  )
  expect(both.map(({ verdict }) => verdict)).toEqual(['heard', 'wait'])
})

test('the last one in a known browser too', async () => {
  const [browser, now] = [newId(), Date.now()]
  for (let count = 1; count < MOST_IN_KNOWN_BROWSER; count++) await hearKnown(browser, now)
  const both = await raceOf(
    'insert on sign_in_guess',
    [1, 2].map(() => () => hearKnown(browser, now)),
  )
  expect(both.map(({ verdict }) => verdict)).toEqual(['heard', 'full'])
})
