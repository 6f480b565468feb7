import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { aPerson, aSession, anActor } from '@/lib/db/testing/factories'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { addPerson, disablePerson } from '../accounts/commands'
import { setPassword } from '../links/commands'
import { personOfLink } from '../accounts/queries'
import type { StaffActor } from '../permissions'
import { actorOf } from '../sessions/queries'
import { forgetCrowd } from '../sign-in/in-turn'
import { hashPassword } from '../sign-in/passwords'
import { signIn } from '../sign-in/sign-in'
import { askEmailChange, cancelEmailChange, confirmEmailChange, forgetEmailChanges } from './commands'
import { changeToConfirm, changeToStop, dueChangeMail, ownAddress } from './queries'
import { stopEmailChange } from './stop-commands'
import { confirmToken, stopToken } from './tokens'

const current = 'correct horse battery'
let passwordHash: string
beforeAll(async () => void (passwordHash = await hashPassword(current)))
beforeEach(() => {
  forgetCrowd()
  setRuntime({ ...runtime(), sendsMail: true })
})

let count = 0
const from = () => ({ address: `10.1.${++count}.1` })
const fresh = () => `fresh-${++count}@example.org`
async function owner() {
  const { id, name, email } = await aPerson({ passwordHash })
  return { id, email, actor: { id, name, role: 'editor' } satisfies StaffActor }
}
const addressOf = async (id: string) => (await db.person.findUniqueOrThrow({ where: { id } })).email
const newest = async (personId: string) =>
  (await db.emailChange.findMany({ where: { personId }, orderBy: { askedAt: 'desc' }, take: 1 }))[0]!.id

/** Somebody who has asked for another address, and the links that were mailed. */
async function asked(who?: Awaited<ReturnType<typeof owner>>) {
  const person = who ?? (await owner())
  const email = fresh()
  const outcome = await askEmailChange(person.actor, { email, current }, from())
  expect(outcome).toEqual({ ok: true, value: { email } })
  const changeId = await newest(person.id)
  return { ...person, fresh: email, changeId, confirm: confirmToken(changeId), stop: stopToken(changeId) }
}
const age = (changeId: string, hours: number) =>
  pool().query(
    `update email_change set asked_at = asked_at - $2 * interval '1 hour',
       confirmed_at = confirmed_at - $2 * interval '1 hour' where id = $1`,
    [changeId, hours],
  )

describe('whoever wants another address', () => {
  test('confirms it by the link to the new one; then it counts, and mails of before open nothing', async () => {
    const { id, email, actor, fresh, changeId, confirm } = await asked()
    expect(await addressOf(id)).toBe(email)
    expect(await ownAddress(actor)).toEqual({ email, waiting: { email: fresh, until: expect.any(Date) } })
    expect(await changeToConfirm(actor, confirm)).toMatchObject({ fromEmail: email, toEmail: fresh })
    const jobs = await pool().query<{ data: object }>(
      `select data from pgboss.job where name = 'send-email-change' and data ->> 'changeId' = $1 order by data ->> 'mail'`,
      [changeId],
    )
    expect(jobs.rows.map(({ data }) => data)).toEqual([
      { changeId, mail: 'asked' },
      { changeId, mail: 'confirm' },
    ])
    expect(await dueChangeMail(changeId, 'confirm')).toMatchObject({
      to: fresh,
      other: email,
      token: confirm,
    })
    expect(await dueChangeMail(changeId, 'asked')).toMatchObject({ to: email, other: fresh })

    expect(await confirmEmailChange(actor, { token: confirm })).toEqual({ ok: true, value: { email: fresh } })
    expect(await addressOf(id)).toBe(fresh)
    expect((await signIn({ email: fresh, password: current }, from())).ok).toBe(true)
    expect((await signIn({ email, password: current }, from())).ok).toBe(false)
    expect(await ownAddress(actor)).toEqual({ email: fresh, waiting: null })
    expect(await confirmEmailChange(actor, { token: confirm })).toEqual({ ok: false, refusal: 'change-dead' })
    expect(await dueChangeMail(changeId, 'confirm')).toBeUndefined()
    expect(await dueChangeMail(changeId, 'changed')).toMatchObject({ to: email, other: fresh })
  })

  test('is refused with what is wrong, and nothing is kept of it', async () => {
    const { id, email, actor } = await owner()
    const other = await aPerson()
    const problems = async (fields: unknown) => {
      const outcome = await askEmailChange(actor, fields, from())
      return 'problems' in outcome ? outcome.problems : outcome
    }
    expect(await problems({ email: 'none', current })).toEqual({ email: 'email-wrong' })
    expect(await problems({ email: fresh(), current: 'wrong' })).toEqual({ current: 'password-wrong' })
    expect(await problems({ email: email.toUpperCase(), current })).toEqual({ email: 'email-same' })
    expect(await problems({ email: other.email, current })).toEqual({ email: 'email-taken' })
    for (const odd of [undefined, null, 7, [], { email: { not: '' }, current: { not: '' } }])
      expect(await problems(odd)).toBeTruthy()
    expect(await db.emailChange.count({ where: { personId: id } })).toBe(0)
    setRuntime({ ...runtime(), sendsMail: false })
    expect(await askEmailChange(actor, { email: fresh(), current }, from())).toEqual({
      ok: false,
      refusal: 'no-mail',
    })
  })

  test('guesses no better at the password here than at the sign-in', async () => {
    const { actor, email } = await owner()
    const refusals = new Set<string>()
    for (let time = 0; time < 12; time++) {
      const outcome = await askEmailChange(actor, { email: fresh(), current: `wrong ${time}` }, from())
      if (!outcome.ok) refusals.add(outcome.refusal)
    }
    expect([...refusals]).toEqual(['problems', 'password-wait'])
    expect(await signIn({ email, password: current }, from())).toMatchObject({ refusal: 'wait' })
  })

  test('asks five times a day at most; the newest counts', async () => {
    const first = await asked()
    for (let time = 1; time < 5; time++) await asked(first)
    expect(await askEmailChange(first.actor, { email: fresh(), current }, from())).toEqual({
      ok: false,
      refusal: 'emails-many',
    })
    expect(await confirmEmailChange(first.actor, { token: first.confirm })).toMatchObject({ ok: false })
    const last = confirmToken(await newest(first.id))
    expect((await confirmEmailChange(first.actor, { token: last })).ok).toBe(true)
  })

  test('may think better of it, or be too late', async () => {
    const { id, actor, email, confirm } = await asked()
    await cancelEmailChange(actor)
    expect(await confirmEmailChange(actor, { token: confirm })).toEqual({ ok: false, refusal: 'change-dead' })
    const late = await asked({ id, actor, email })
    await age(late.changeId, 24.1)
    expect(await confirmEmailChange(actor, { token: late.confirm })).toMatchObject({ refusal: 'change-dead' })
    expect(await changeToConfirm(actor, late.confirm)).toBeUndefined()
    expect(await addressOf(id)).toBe(email)
  })

  test('is the only one who can confirm it, and not by the link of the old address', async () => {
    const { actor, confirm, stop } = await asked()
    const other = await anActor('admin')
    expect(await changeToConfirm(other, confirm)).toBeUndefined()
    expect(await confirmEmailChange(other, { token: confirm })).toMatchObject({ refusal: 'change-dead' })
    for (const token of [stop, '', 'x', undefined, { not: '' }, 'x'.repeat(10_000)])
      expect(await confirmEmailChange(actor, { token })).toMatchObject({ refusal: 'change-dead' })
  })

  test('finds it taken meanwhile', async () => {
    const { id, email, actor, fresh, confirm } = await asked()
    await aPerson({ email: fresh })
    expect(await confirmEmailChange(actor, { token: confirm })).toEqual({ ok: false, refusal: 'email-taken' })
    expect(await addressOf(id)).toBe(email)
  })

  test('of two who confirm one address at the same moment one gets it', async () => {
    const [one, two] = [await asked(), await asked()]
    await db.emailChange.update({ where: { id: two.changeId }, data: { toEmail: one.fresh } })
    const outcomes = await Promise.all(
      [one, two].map(({ actor, confirm }) => confirmEmailChange(actor, { token: confirm })),
    )
    expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.refusal)).sort()).toEqual([
      'done',
      'email-taken',
    ])
  })
})

describe('whoever reads the old address', () => {
  const stopped = async (token: string) => {
    const outcome = await stopEmailChange(token)
    if (!outcome.ok) throw new Error(outcome.refusal)
    return outcome.value.path.replace('/welcome/', '')
  }

  test('stops a change that nobody has confirmed; every session ends, and a new password is set', async () => {
    const { id, email, actor, confirm, stop } = await asked()
    const session = await aSession(id)
    expect(await changeToStop(stop)).toMatchObject({ fromEmail: email, confirmedAt: null })
    const link = await stopped(stop)
    expect(await actorOf(session)).toBeUndefined()
    expect(await confirmEmailChange(actor, { token: confirm })).toMatchObject({ ok: false })
    expect(await addressOf(id)).toBe(email)
    expect(await personOfLink(link)).toMatchObject({ email })
    expect((await setPassword(link, { password: 'another one of today' })).ok).toBe(true)
    expect((await signIn({ email, password: current }, from())).ok).toBe(false)
    expect(await stopEmailChange(stop)).toEqual({ ok: false, refusal: 'change-dead' })
  })

  test('takes a change back for a week, with all that were made after it', async () => {
    const first = await asked()
    await confirmEmailChange(first.actor, { token: first.confirm })
    const second = await asked({ ...first, email: first.fresh })
    await confirmEmailChange(second.actor, { token: second.confirm })
    const third = await asked({ ...first, email: second.fresh })
    expect(await addressOf(first.id)).toBe(second.fresh)
    await age(first.changeId, 7 * 24 - 1)
    await stopped(first.stop)
    expect(await addressOf(first.id)).toBe(first.email)
    // Whoever reads the addresses in between takes nothing back.
    for (const token of [second.stop, third.stop])
      expect(await stopEmailChange(token)).toEqual({ ok: false, refusal: 'change-dead' })
    expect(await confirmEmailChange(first.actor, { token: third.confirm })).toMatchObject({ ok: false })
  })

  test('is too late after a week, and where the person is disabled', async () => {
    const { actor, confirm, stop, changeId } = await asked()
    await confirmEmailChange(actor, { token: confirm })
    await age(changeId, 7 * 24 + 1)
    expect(await stopEmailChange(stop)).toMatchObject({ refusal: 'change-dead' })
    const other = await asked()
    await disablePerson(await anActor('admin'), { personId: other.id })
    expect(await stopEmailChange(other.stop)).toMatchObject({ refusal: 'change-dead' })
    for (const odd of ['', 'x', undefined, { not: '' }, other.confirm])
      expect(await stopEmailChange(odd)).toMatchObject({ refusal: 'change-dead' })
  })

  test('has it kept for them as long as they can take it back', async () => {
    const { email, actor, confirm, stop, id } = await asked()
    await confirmEmailChange(actor, { token: confirm })
    const added = await addPerson(await anActor('admin'), { name: 'Eve', email, role: 'editor' })
    expect(added).toMatchObject({ problems: { email: 'email-taken' } })
    await stopped(stop)
    expect(await addressOf(id)).toBe(email)
  })

  test('is told where it is another’s by now', async () => {
    const { email, actor, confirm, stop } = await asked()
    await confirmEmailChange(actor, { token: confirm })
    await aPerson({ email })
    expect(await stopEmailChange(stop)).toEqual({ ok: false, refusal: 'email-taken' })
  })
})

test('changes that nothing more can come of are forgotten', async () => {
  const [open, old, takenBack] = [await asked(), await asked(), await asked()]
  await confirmEmailChange(takenBack.actor, { token: takenBack.confirm })
  await age(takenBack.changeId, 6.9 * 24)
  await age(old.changeId, 7.1 * 24)
  await forgetEmailChanges()
  const left = await db.emailChange.findMany({ select: { id: true } })
  expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining([open.changeId, takenBack.changeId]))
  expect(left.map(({ id }) => id)).not.toContain(old.changeId)
})
