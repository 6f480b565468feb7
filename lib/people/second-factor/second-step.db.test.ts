import { generateSync } from 'otplib'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { connectForRaces, raceOf } from '@/lib/db/testing/barrier'
import { aPerson, anActor } from '@/lib/db/testing/factories'
import { disablePerson } from '../accounts/commands'
import { setPassword, giveLink } from '../links/commands'
import { recover } from '../links/recovery-commands'
import { authOptions } from '../sessions/auth-options'
import { proveByPassword } from '../step-up/commands'
import { makeKnown } from '../sign-in/browser-commands'
import { forgetCrowd } from '../sign-in/in-turn'
import { hashPassword } from '../sign-in/passwords'
import { signIn } from '../sign-in/sign-in'
import { personOfLink } from '../accounts/queries'
import { codeLimits } from './rules'
import { totpSetUp } from './queries'
import { choicesAtStep, stepByCode, stepByRecoveryCode, type StepOutcome } from './step-commands'
import { beginTotp, confirmTotp } from './totp-commands'
import { forgetUsedProofs } from './used-commands'

const password = 'correct horse battery'
let passwordHash: string
beforeAll(async () => {
  await connectForRaces()
  passwordHash = await hashPassword(password)
})
beforeEach(async () => {
  forgetCrowd()
  await db.signInGuess.deleteMany()
  await db.usedProof.deleteMany()
})

/** Some time in the future, so that nothing of before is near it: no test waits for a clock. */
const start = Date.UTC(2035, 0, 1)
const from = { address: '192.0.2.1' }

/** Somebody with an app. */
async function anOwner() {
  const { id, email, name } = await aPerson({ passwordHash })
  const actor = { id, name, role: 'editor', provedAt: Date.now() } as const
  await beginTotp(actor)
  const { secret } = (await totpSetUp(actor))!
  const code = (at: number) => generateSync({ secret, epoch: Math.floor(at / 1_000) })
  const outcome = await confirmTotp(actor, { code: code(start - 600_000) }, start - 600_000)
  const recoveryCodes = outcome.ok ? outcome.value.recoveryCodes! : []
  return { id, email, code, recoveryCodes, known: { browser: await makeKnown(undefined, id, start) } }
}
const firstStep = async (email: string, now = start) => {
  const outcome = await signIn({ email, password }, from, now)
  if (outcome.ok || outcome.refusal !== 'second-step') throw new Error('there is no second step')
  return outcome.ticket
}
const wrong = '000000'

describe('the second step', () => {
  test('is asked for after the right password alone, whatever way it is typed', async () => {
    const { email } = await anOwner()
    expect(await signIn({ email, password: 'a guess' }, from, start)).toMatchObject({ refusal: 'wrong' })
    expect(await choicesAtStep(await firstStep(email), start)).toEqual({
      totp: true,
      passkeys: false,
      recoveryCodes: true,
    })
    const { authorize } = authOptions().providers[0]!.options as unknown as {
      authorize: (fields: unknown, request: unknown) => Promise<unknown>
    }
    const asked = { headers: { 'x-client-address': '192.0.2.9' } }
    expect(await authorize({ email, password }, asked)).toBeNull()
    const { email: other, id: otherId } = await aPerson({ passwordHash })
    expect(await authorize({ email: other, password }, asked)).toMatchObject({ id: otherId })
    // The wrong password; a right one is not counted, whatever follows it.
    expect(await db.signInGuess.count()).toBe(1)
  })

  test('opens the desk by a code, once', async () => {
    const { id, email, code } = await anOwner()
    const ticket = await firstStep(email)
    expect(await stepByCode(code(start), { ...from, ticket }, start)).toEqual({
      ok: true,
      value: { personId: id, sessionVersion: 1 },
    })
    const later = start + 60_000
    for (const again of [code(start), code(later)])
      expect(await stepByCode(again, { ...from, ticket }, later)).toMatchObject({ refusal: 'over' })
    expect(await choicesAtStep(ticket, later)).toBeUndefined()
    // A code that was taken is taken from nobody else who knows the password.
    const other = await firstStep(email, start)
    expect(await stepByCode(code(start), { ...from, ticket: other }, start)).toMatchObject({
      refusal: 'code-wrong',
    })
    expect(await db.signInGuess.count()).toBe(1)
  })

  test('opens it by a recovery code, once', async () => {
    const { id, email, recoveryCodes } = await anOwner()
    const use = async (code: unknown) => stepByRecoveryCode(code, { ticket: await firstStep(email) }, start)
    for (const odd of [undefined, null, {}, 'x', recoveryCodes[0]!.slice(1)])
      expect(await use(odd)).toMatchObject({ refusal: 'recovery-code-wrong' })
    expect(await use(` ${recoveryCodes[0]!.toLowerCase()} `)).toMatchObject({ value: { personId: id } })
    expect(await use(recoveryCodes[0])).toMatchObject({ refusal: 'recovery-code-wrong' })
  })

  test('of one ticket is done once, by however many at once', async () => {
    const { email, code, recoveryCodes } = await anOwner()
    const ticket = await firstStep(email)
    const outcomes = await raceOf<StepOutcome>('insert on used_proof', [
      () => stepByCode(code(start), { ...from, ticket }, start),
      () => stepByRecoveryCode(recoveryCodes[0], { ticket }, start),
      () => stepByRecoveryCode(recoveryCodes[1], { ticket }, start),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok && one.refusal === 'over')).toHaveLength(2)
  })

  test('ends after ten minutes, with the sessions, and when somebody is disabled', async () => {
    const { id, email, code } = await anOwner()
    const admin = await anActor('admin')
    const by = async (ticket: string | undefined, now = start) =>
      stepByCode(code(now), { ...from, ticket }, now)
    expect(await by(await firstStep(email), start + 600_000)).toMatchObject({ refusal: 'over' })
    expect(await by(undefined)).toMatchObject({ refusal: 'over' })
    expect(await by('x.1.x')).toMatchObject({ refusal: 'over' })
    const before = await firstStep(email)
    await db.person.update({ where: { id }, data: { sessionVersion: { increment: 1 } } })
    expect(await by(before)).toMatchObject({ refusal: 'over' })
    const disabled = await firstStep(email)
    await disablePerson(admin, { personId: id })
    expect(await by(disabled)).toMatchObject({ refusal: 'over' })
  })

  test('what was used is forgotten when it would have ended by itself', async () => {
    const { email, code } = await anOwner()
    await stepByCode(code(start), { ...from, ticket: await firstStep(email) }, start)
    await forgetUsedProofs(start + 599_999)
    expect(await db.usedProof.count()).toBe(1)
    await forgetUsedProofs(start + 600_000)
    expect(await db.usedProof.count()).toBe(0)
  })
})

describe('wrong codes, of who knows the password', () => {
  /** As somebody who waits for each turn, from as many places as there are. */
  async function guess(email: string, times: number) {
    const said: string[] = []
    for (let n = 0; n < times; n++) {
      const now = start + n * 6_000
      const visitor = { address: `198.51.${n}.7`, ticket: await firstStep(email, now) }
      let outcome = await stepByCode(wrong, visitor, now)
      if (!outcome.ok && outcome.refusal === 'wait')
        outcome = await stepByCode(wrong, { ...visitor, turn: outcome.turn }, now + 5_000)
      said.push(outcome.ok ? 'in' : outcome.refusal)
    }
    return said
  }

  test('are twelve in an hour, and keep the owner from nothing where they are known or have more than the app', async () => {
    const { id, email, code, recoveryCodes, known } = await anOwner()
    const said = await guess(email, 30)
    expect(said.filter((one) => one === 'code-wrong')).toHaveLength(codeLimits.all)
    expect(said.slice(codeLimits.all)).toEqual(Array.from({ length: 30 - codeLimits.all }, () => 'full'))
    const now = start + 200_000
    const step = async () => ({ address: '192.0.2.44', ticket: await firstStep(email, now) })
    expect(await stepByCode(code(now), await step(), now)).toMatchObject({ refusal: 'full' })
    expect(await stepByRecoveryCode(recoveryCodes[0], await step(), now)).toMatchObject({ ok: true })
    expect(await stepByCode(code(now), { ...(await step()), ...known }, now)).toMatchObject({
      value: { personId: id },
    })
  })

  test('need a turn after the third, and one client has four', async () => {
    const { email } = await anOwner()
    const said: string[] = []
    for (let n = 0; n < 5; n++) {
      const now = start + n * 1_000
      const outcome = await stepByCode(wrong, { ...from, ticket: await firstStep(email, now) }, now)
      said.push(outcome.ok ? 'in' : outcome.refusal)
    }
    expect(said).toEqual(['code-wrong', 'code-wrong', 'code-wrong', 'wait', 'wait'])
  })

  test('in a known browser are ten in an hour; then it is a browser like any other', async () => {
    const { email, known } = await anOwner()
    const ticket = await firstStep(email)
    for (let n = 0; n < 10; n++)
      expect(await stepByCode(wrong, { ...from, ...known, ticket }, start)).toMatchObject({
        refusal: 'code-wrong',
      })
    expect(await db.signInGuess.count({ where: { network: { not: null } } })).toBe(0)
    await stepByCode(wrong, { ...from, ...known, ticket }, start)
    expect(await db.signInGuess.count({ where: { network: { not: null } } })).toBe(1)
  })

  test('what is no code at all is not counted', async () => {
    const { email } = await anOwner()
    const ticket = await firstStep(email)
    for (const odd of [undefined, null, {}, '', 'abcdef', '1'.repeat(1_000)])
      expect(await stepByCode(odd, { ...from, ticket }, start)).toMatchObject({ refusal: 'code-wrong' })
    expect(await db.signInGuess.count()).toBe(0)
  })
})

describe('a link to set a new password', () => {
  const tokenIn = (path: string) => path.replace('/welcome/', '')
  const factorsOf = async (personId: string) => ({
    totp: await db.totpSecret.count({ where: { personId } }),
    recoveryCodes: await db.recoveryCode.count({ where: { personId } }),
  })
  const both = { totp: 1, recoveryCodes: 10 }

  test('that an admin or a mail has brought leaves the second step, whatever is asked for', async () => {
    const { id } = await anOwner()
    const { path } = await db.$transaction((tx) => giveLink(tx, id))
    expect(await personOfLink(tokenIn(path))).toMatchObject({ mayEndFactors: false })
    expect(await setPassword(tokenIn(path), { password, factors: 'off' })).toMatchObject({
      refusal: 'second-step',
    })
    expect(await factorsOf(id)).toEqual(both)
  })

  test('that was printed on the site’s machine turns it off, if that is wished', async () => {
    const { id, email } = await anOwner()
    const printed = async () => {
      const outcome = await recover(email)
      return outcome.ok ? tokenIn(outcome.value.path) : ''
    }
    const token = await printed()
    expect(await personOfLink(token)).toMatchObject({ mayEndFactors: true })
    for (const factors of [undefined, null, 'on', {}])
      expect(await setPassword(await printed(), { password, factors })).toMatchObject({
        refusal: 'second-step',
      })
    expect(await factorsOf(id)).toEqual(both)
    expect(await setPassword(await printed(), { password, factors: 'off' })).toMatchObject({ ok: true })
    expect(await factorsOf(id)).toEqual({ totp: 0, recoveryCodes: 0 })
    expect(await personOfLink(await printed())).toMatchObject({ mayEndFactors: false })
  })
})

describe('the password once more, of who is signed in', () => {
  test('is right or wrong, ten times an hour, and counts for nobody else', async () => {
    const { id, name } = await aPerson({ passwordHash })
    const actor = { id, name, role: 'editor' } as const
    expect(await proveByPassword(actor, { password }, start)).toEqual({
      ok: true,
      value: { provedAt: start },
    })
    for (const odd of [undefined, '', {}, 'x'.repeat(1_000)])
      expect(await proveByPassword(actor, { password: odd }, start)).toMatchObject({ refusal: 'proof-wrong' })
    for (let n = 0; n < 10; n++)
      expect(await proveByPassword(actor, { password: 'a guess' }, start)).toMatchObject({
        refusal: 'proof-wrong',
      })
    expect(await proveByPassword(actor, { password }, start)).toMatchObject({ refusal: 'proof-full' })
    expect(await proveByPassword(actor, { password }, start + 3_600_001)).toMatchObject({ ok: true })
    const other = await aPerson({ passwordHash })
    expect(await proveByPassword({ ...actor, id: other.id }, { password }, start)).toMatchObject({ ok: true })
  })

  test('is nobody’s who has set none', async () => {
    const { id, name } = await aPerson({ passwordHash: null })
    expect(await proveByPassword({ id, name, role: 'editor' }, { password }, start)).toMatchObject({
      refusal: 'proof-wrong',
    })
  })
})
