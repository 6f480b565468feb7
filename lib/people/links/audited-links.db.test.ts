import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { aPerson } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { forgetCrowd } from '../sign-in/in-turn'
import { setPassword } from './commands'
import { ensureFirstAdmin, welcome } from './first-admin'
import { recover } from './recovery-commands'
import { askReset, resetFor } from './reset-commands'

// What is done by a link, a job or the site's own machine is done by nobody who is signed in: no command with an actor
// tells of it (lib/work/audited.db.test.ts).

beforeEach(async () => {
  forgetCrowd()
  setRuntime({ ...runtime(), sendsMail: true })
  await db.person.updateMany({ where: { role: 'admin' }, data: { role: 'editor' } })
})
const password = 'the new one of today'
const entriesAbout = (subjectId: string) =>
  db.auditEntry.findMany({
    where: { subjectId },
    orderBy: { id: 'asc' },
    select: { kind: true, via: true, byId: true, subject: true, before: true, after: true },
  })
const entry = (kind: string, via: string, more: object = {}) => ({
  kind,
  via,
  byId: null,
  subject: 'person',
  before: {},
  after: {},
  ...more,
})

test('a link that is printed, and the password that is set by it', async () => {
  await aPerson({ role: 'admin' })
  const { id, email } = await aPerson({ role: 'editor' })
  const outcome = await recover(email)
  const token = outcome.ok ? outcome.value.path.replace('/welcome/', '') : ''
  expect(await setPassword(token, { password })).toMatchObject({ ok: true })
  const roles = { before: { role: 'editor' }, after: { role: 'editor' } }
  expect(await entriesAbout(id)).toEqual([
    entry('recovered', 'machine', roles),
    entry('password-set', 'link', { byId: id }),
  ])
})

test.each([
  ['somebody new', undefined],
  ['a writer', 'writer'],
] as const)('whom the machine makes an admin: %s', async (_who, role) => {
  const email = `${newId()}@example.org`
  if (role) await aPerson({ email, role })
  expect(await recover(email)).toMatchObject({ ok: true, value: { became: 'admin' } })
  const { id } = await db.person.findUniqueOrThrow({ where: { email } })
  const roles = { before: { role: role ?? null }, after: { role: 'admin' } }
  expect(await entriesAbout(id)).toEqual([entry('recovered', 'machine', roles)])
})

test('a link that is mailed to who has forgotten their password', async () => {
  const { id, email } = await aPerson()
  await pool().query('delete from pgboss.job')
  await askReset({ email }, { address: '192.0.2.9' })
  const { rows } = await pool().query<{ data: { askId: string } }>('select data from pgboss.job')
  for (const { data } of rows) await resetFor(data.askId)
  expect(await entriesAbout(id)).toEqual([entry('reset-mailed', 'job')])
})

test('the first admin, by the settings and by the link', async () => {
  const email = `${newId()}@example.org`
  expect(await ensureFirstAdmin({ email, password })).toMatchObject({ kind: 'made' })
  const { id } = await db.person.findUniqueOrThrow({ where: { email } })
  expect(await entriesAbout(id)).toEqual([entry('first-admin-made', 'machine')])
  await db.person.update({ where: { id }, data: { role: 'editor' } })

  const first = await ensureFirstAdmin({})
  const token = first.kind === 'link' ? first.path.replace('/welcome/', '') : ''
  const outcome = await welcome(token, { name: 'Ada', email: `${newId()}@example.org`, password })
  const personId = outcome.ok && 'personId' in outcome.value ? outcome.value.personId : ''
  expect(await entriesAbout(personId)).toEqual([entry('first-admin-made', 'link', { byId: personId })])
})
