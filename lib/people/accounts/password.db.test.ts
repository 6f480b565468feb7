import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aPerson, aSession, anActor } from '@/lib/db/testing/factories'
import { personOfLink } from './queries'
import { makeLink } from './commands'
import { changePassword } from './password-commands'
import { actorOf } from '../sessions/queries'
import { knownIn, makeKnown } from '../sign-in/browser-commands'
import { forgetCrowd } from '../sign-in/in-turn'
import { hashPassword } from '../sign-in/passwords'
import { signIn } from '../sign-in/sign-in'

const current = 'correct horse battery'
const password = 'the tide turns at noon'
let passwordHash: string
beforeAll(async () => void (passwordHash = await hashPassword(current)))
beforeEach(forgetCrowd)

let count = 0
const from = () => ({ address: `10.2.${++count}.1` })
async function owner() {
  const { id, name, email } = await aPerson({ passwordHash })
  return { id, email, actor: { id, name, role: 'editor' } as const }
}

describe('whoever knows their password', () => {
  test('sets another: every session, link and known browser of before ends', async () => {
    const { id, email, actor } = await owner()
    const sessions = [await aSession(id), await aSession(id)]
    const browser = await makeKnown(undefined, id)
    const link = await makeLink(await anActor('admin'), { personId: id })
    const outcome = await changePassword(actor, { current, password }, { ...from(), browser })
    expect(outcome).toEqual({ ok: true, value: { personId: id, sessionVersion: 2 } })
    for (const one of sessions) expect(await actorOf(one)).toBeUndefined()
    expect(await knownIn(browser, email)).toBeUndefined()
    expect(await personOfLink(link.ok && link.value.path.replace('/welcome/', ''))).toBeUndefined()
    expect((await signIn({ email, password: current }, from())).ok).toBe(false)
    expect((await signIn({ email, password }, from())).ok).toBe(true)
  })

  test('may do so in a browser that knows them, whatever strangers try', async () => {
    const { id, email, actor } = await owner()
    const browser = await makeKnown(undefined, id)
    for (let time = 0; time < 8; time++) await signIn({ email, password: 'a guess' }, from())
    expect((await changePassword(actor, { current, password }, { ...from(), browser })).ok).toBe(true)
  })
})

describe('nothing is changed', () => {
  test.each([
    ['by a wrong one', { current: 'wrong', password }, { current: 'password-wrong' }],
    ['without the current one', { password }, { current: 'password-wrong' }],
    ['to a short one', { current, password: 'short' }, { password: 'password-short' }],
    ['by what is no text', { current: { not: '' }, password: ['x'] }, expect.anything()],
    ['by nothing', undefined, expect.anything()],
  ])('%s', async (_what, fields, problems) => {
    const { id, actor } = await owner()
    const before = await db.person.findUniqueOrThrow({ where: { id } })
    expect(await changePassword(actor, fields, from())).toMatchObject({ refusal: 'problems', problems })
    expect(await db.person.findUniqueOrThrow({ where: { id } })).toEqual(before)
  })

  test('by guessing on, as at the sign-in', async () => {
    const { id, actor, email } = await owner()
    const browser = await makeKnown(undefined, id)
    const refusals: string[] = []
    for (let time = 0; time < 18; time++) {
      const visitor = { ...from(), browser }
      const outcome = await changePassword(actor, { current: `wrong ${time}`, password }, visitor)
      refusals.push(outcome.ok ? 'done' : outcome.refusal)
    }
    expect(new Set(refusals)).toEqual(new Set(['problems', 'password-wait']))
    expect(refusals.at(-1)).toBe('password-wait')
    expect(await signIn({ email, password: current }, { ...from(), browser })).toMatchObject({ ok: false })
  })

  test('for somebody whose sessions are ended while they do it', async () => {
    const { id, actor } = await owner()
    const changing = changePassword(actor, { current, password }, from())
    await db.person.update({ where: { id }, data: { disabledAt: new Date() } })
    expect((await changing).ok).toBe(false)
    expect((await db.person.findUniqueOrThrow({ where: { id } })).passwordHash).toBe(passwordHash)
  })
})
