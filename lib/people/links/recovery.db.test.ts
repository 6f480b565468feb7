import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aPerson } from '@/lib/db/testing/factories'
import { makeKnown, knownIn } from '../sign-in/browser-commands'
import { setPassword } from './commands'
import { recover } from './recovery-commands'
import { personOfLink } from '../accounts/queries'

beforeEach(() => db.person.updateMany({ where: { role: 'admin' }, data: { role: 'editor' } }))
let count = 0
const somebody = () => `new-${++count}@example.org`
const row = (email: string) => db.person.findUniqueOrThrow({ where: { email } })
const tokenIn = (outcome: Awaited<ReturnType<typeof recover>>) => {
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.path.replace('/welcome/', '')
}

describe('where there is an admin', () => {
  beforeEach(() => aPerson({ role: 'admin' }))

  test.each(['editor', 'admin'] as const)('an %s gets a link and stays what they are', async (role) => {
    const { email, id } = await aPerson({ role })
    const outcome = await recover(` ${email.toUpperCase()} `)
    expect(outcome).toMatchObject({ value: { became: 'what they were', isNew: false } })
    expect(await row(email)).toMatchObject({ role, sessionVersion: 1 })
    const browser = await makeKnown(undefined, id)
    expect(await setPassword(tokenIn(outcome), { password: 'the new one of today' })).toMatchObject({
      ok: true,
    })
    expect(await knownIn(browser, email)).toBeUndefined()
    expect(await setPassword(tokenIn(outcome), { password: 'the new one of today' })).toMatchObject({
      ok: false,
    })
  })

  test('the link lasts an hour, and several work', async () => {
    const { email } = await aPerson()
    const [one, two] = [await recover(email), await recover(email)]
    for (const outcome of [one, two]) expect(await personOfLink(tokenIn(outcome))).toBeDefined()
    await db.$executeRaw`update reset_link set expires_at = expires_at - interval '59 minutes'`
    expect(await personOfLink(tokenIn(one))).toBeDefined()
    await db.$executeRaw`update reset_link set expires_at = expires_at - interval '61 seconds'`
    expect(await personOfLink(tokenIn(one))).toBeUndefined()
  })

  test('nobody becomes anything by a slip of the finger', async () => {
    const email = somebody()
    expect(await recover(email)).toEqual({ ok: false, refusal: 'nobody' })
    expect(await db.person.count({ where: { email } })).toBe(0)
    const outcome = await recover(email, { createAdmin: true })
    expect(outcome).toMatchObject({ value: { became: 'admin', isNew: true } })
    expect(await row(email)).toMatchObject({ role: 'admin', name: email.split('@')[0] })
    expect(await setPassword(tokenIn(outcome), { password: 'the new one of today' })).toMatchObject({
      ok: true,
    })
  })

  test('who is disabled is told so, and enabled when that is wished', async () => {
    const { email } = await aPerson({ disabledAt: new Date() })
    expect(await recover(email)).toEqual({ ok: false, refusal: 'disabled' })
    expect(await recover(email, { createAdmin: true })).toEqual({ ok: false, refusal: 'disabled' })
    expect((await row(email)).disabledAt).not.toBeNull()
    const outcome = await recover(email, { enable: true })
    expect(outcome).toMatchObject({ value: { became: 'what they were' } })
    expect(await row(email)).toMatchObject({ disabledAt: null, role: 'editor', sessionVersion: 2 })
    expect(await personOfLink(tokenIn(outcome))).toBeDefined()
  })
})

describe('where there is no admin who can sign in', () => {
  test.each<[string, Parameters<typeof aPerson>[0] | undefined]>([
    ['none at all', undefined],
    ['one who is disabled', { role: 'admin', disabledAt: new Date() }],
    ['one without a password', { role: 'admin', passwordHash: null }],
  ])('%s: the person is made', async (_name, other) => {
    if (other) await aPerson(other)
    const email = somebody()
    expect(await recover(email)).toMatchObject({ value: { became: 'admin', isNew: true } })
    expect(await row(email)).toMatchObject({ role: 'admin', passwordHash: null })
  })

  test('an editor becomes the admin, and their sessions end', async () => {
    const { email } = await aPerson()
    expect(await recover(email)).toMatchObject({ value: { became: 'admin', isNew: false } })
    expect(await row(email)).toMatchObject({ role: 'admin', sessionVersion: 2 })
  })

  test('the only admin, who is disabled, is told so first', async () => {
    const { email } = await aPerson({ role: 'admin', disabledAt: new Date() })
    expect(await recover(email)).toEqual({ ok: false, refusal: 'disabled' })
    expect(await recover(email, { enable: true })).toMatchObject({ value: { became: 'what they were' } })
    expect(await row(email)).toMatchObject({ role: 'admin', disabledAt: null })
  })

  test('two at once make what each of them asked for', async () => {
    const [one, two] = [somebody(), somebody()]
    const outcomes = await Promise.all([recover(one), recover(two), recover(one)])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(await db.person.count({ where: { email: { in: [one, two] }, role: 'admin' } })).toBe(2)
  })
})

test('what is no address is told so', async () => {
  for (const odd of [undefined, null, '', 'no', '--help', {}, 'a@b@c', 'x'.repeat(300)])
    expect(await recover(odd)).toEqual({ ok: false, refusal: 'email-wrong' })
})
