import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { connectForRaces, raceOf } from '@/lib/db/testing/barrier'
import { aPerson, anActor } from '@/lib/db/testing/factories'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { proveByPasskey } from '../step-up/commands'
import { addPasskey, beginPasskey, removePasskey } from './passkey-commands'
import { passkeyQuestion, signedByItsOwner } from './passkey-sign-in-commands'
import { hasFactor, ownFactors } from './queries'
import { MOST_PASSKEYS } from './rules'
import { anAuthenticator } from './testing/authenticator'

beforeAll(async () => {
  await connectForRaces()
  setRuntime({ ...runtime(), siteUrl: 'http://localhost:3000' })
})

const proven = async () => ({ ...(await anActor()), provedAt: Date.now() })
type Actor = Awaited<ReturnType<typeof proven>>
type Authenticator = ReturnType<typeof anAuthenticator>

const begun = async (actor: Actor) => {
  const outcome = await beginPasskey(actor, { name: 'My phone' })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}
async function add(actor: Actor, device: Authenticator, wish: Parameters<Authenticator['make']>[1] = {}) {
  const { options, challenge } = await begun(actor)
  return addPasskey(actor, { name: 'My phone', response: device.make(options, wish), challenge })
}
/** Somebody with a passkey, and the device that keeps it. */
async function anOwner() {
  const [actor, device] = [await proven(), anAuthenticator()]
  const outcome = await add(actor, device)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return { actor, device, recoveryCodes: outcome.value.recoveryCodes }
}
const question = async () => (await passkeyQuestion())!
async function signs(device: Authenticator, wish: Parameters<Authenticator['sign']>[1] = {}) {
  const { options, challenge } = await question()
  return signedByItsOwner({ response: device.sign(options, wish), challenge })
}

describe('a passkey', () => {
  test('is added under a name, with recovery codes if it is the first factor, and signs in alone', async () => {
    const { actor, device, recoveryCodes } = await anOwner()
    expect(recoveryCodes).toHaveLength(10)
    expect(await hasFactor(db, actor.id)).toBe(true)
    expect(await signs(device)).toEqual({ personId: actor.id, sessionVersion: 1 })
    const { passkeys, takesPasskeys } = await ownFactors(actor)
    expect(passkeys).toMatchObject([{ id: device.id, name: 'My phone' }])
    expect(passkeys[0]!.usedAt).not.toBeNull()
    expect(takesPasskeys).toBe(true)
    expect(await add(actor, anAuthenticator())).toEqual({ ok: true, value: { recoveryCodes: undefined } })
  })

  test('is found without a name and has to ask who holds the device', async () => {
    const { options } = await begun(await proven())
    expect(options.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      userVerification: 'required',
    })
    expect((await question()).options).toMatchObject({ userVerification: 'required', rpId: 'localhost' })
    expect((await question()).options.allowCredentials).toBeUndefined()
  })

  test.each<[string, Parameters<Authenticator['make']>[1]]>([
    ['made for another site', { origin: 'http://evil.localhost:3000' }],
    ['made without asking who holds the device', { verified: false }],
  ])('%s is not added', async (_how, wish) => {
    expect(await add(await proven(), anAuthenticator(), wish)).toEqual({
      ok: false,
      refusal: 'passkey-broken',
    })
  })

  test('is added by who was asked, once, to what they were asked', async () => {
    const [actor, other, device] = [await proven(), await proven(), anAuthenticator()]
    const { options, challenge } = await begun(actor)
    const response = device.make(options)
    const broken = { ok: false, refusal: 'passkey-broken' }
    expect(await addPasskey(other, { name: 'x', response, challenge })).toEqual(broken)
    expect(await addPasskey(actor, { name: 'x', response })).toEqual(broken)
    const another = (await begun(actor)).challenge
    expect(await addPasskey(actor, { name: 'x', response, challenge: another })).toEqual(broken)
    for (const odd of [
      undefined,
      null,
      7,
      '',
      '{}',
      '[]',
      'x'.repeat(20_000),
      response.replace('public-key', 'x'),
    ])
      expect(await addPasskey(actor, { name: 'x', response: odd, challenge })).toEqual(broken)
    expect(await addPasskey(actor, { name: 'x', response, challenge })).toMatchObject({ ok: true })
    expect(await addPasskey(actor, { name: 'x', response, challenge })).toEqual(broken)
  })

  test('of one device is one person’s', async () => {
    const { device } = await anOwner()
    expect(await add(await proven(), device)).toEqual({ ok: false, refusal: 'passkey-there' })
  })

  test('is removed, with the recovery codes if it was the last factor', async () => {
    const { actor, device } = await anOwner()
    expect(await removePasskey(await proven(), { id: device.id })).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    expect(await removePasskey(actor, { id: device.id })).toMatchObject({ ok: true })
    expect(await signs(device)).toBeUndefined()
    expect(await db.recoveryCode.count({ where: { personId: actor.id } })).toBe(0)
    for (const odd of [undefined, {}, 'x'.repeat(2_000)])
      expect(await removePasskey(actor, { id: odd })).toEqual({ ok: false, refusal: 'not-found' })
  })

  test('is one of twenty', async () => {
    const { actor } = await anOwner()
    const row = { personId: actor.id, publicKey: new Uint8Array(1), counter: 0, name: 'x' }
    await db.passkey.createMany({
      data: Array.from({ length: MOST_PASSKEYS - 2 }, (_, n) => ({ ...row, id: `${actor.id}${n}` })),
    })
    const { options, challenge } = await begun(actor)
    await add(actor, anAuthenticator())
    expect(await beginPasskey(actor, { name: 'x' })).toEqual({ ok: false, refusal: 'passkeys-many' })
    const response = anAuthenticator().make(options)
    expect(await addPasskey(actor, { name: 'x', response, challenge })).toEqual({
      ok: false,
      refusal: 'passkeys-many',
    })
  })

  test('needs a name, an address of the site that browsers take, and a proof', async () => {
    const actor = await proven()
    expect(await beginPasskey(actor, { name: ' ' })).toMatchObject({ refusal: 'passkey-name-missing' })
    expect(await beginPasskey(actor, { name: 'x'.repeat(61) })).toMatchObject({
      refusal: 'passkey-name-long',
    })
    const unproved = { ...actor, provedAt: undefined }
    for (const deed of [
      () => beginPasskey(unproved, { name: 'x' }),
      () => addPasskey(unproved, { name: 'x' }),
      () => removePasskey(unproved, { id: 'x' }),
    ])
      expect(await deed()).toEqual({ ok: false, refusal: 'proof-needed' })
    const before = runtime()
    setRuntime({ ...before, siteUrl: 'http://192.0.2.1' })
    try {
      expect(await beginPasskey(actor, { name: 'x' })).toEqual({ ok: false, refusal: 'no-passkeys-here' })
      expect(await passkeyQuestion()).toBeUndefined()
    } finally {
      setRuntime(before)
    }
  })
})

describe('nobody signs in', () => {
  test('with a passkey that nobody has, or whose owner is disabled', async () => {
    const { actor, device } = await anOwner()
    expect(await signs(anAuthenticator())).toBeUndefined()
    await db.person.update({ where: { id: actor.id }, data: { disabledAt: new Date() } })
    expect(await signs(device)).toBeUndefined()
  })

  test.each<[string, Parameters<Authenticator['sign']>[1]]>([
    ['on another site', { origin: 'http://evil.localhost:3000' }],
    ['without saying who holds the device', { verified: false }],
  ])('with one that signs %s', async (_how, wish) => {
    const { device } = await anOwner()
    expect(await signs(device, wish)).toBeUndefined()
  })

  test('twice with one answer, nor with the answer to another question, nor late', async () => {
    const { device } = await anOwner()
    const { options, challenge } = await question()
    const response = device.sign(options)
    expect(await signedByItsOwner({ response, challenge: (await question()).challenge })).toBeUndefined()
    expect(await signedByItsOwner({ response })).toBeUndefined()
    expect(await signedByItsOwner({ response, challenge }, Date.now() + 300_001)).toBeUndefined()
    expect(await signedByItsOwner({ response, challenge })).toBeDefined()
    expect(await signedByItsOwner({ response, challenge })).toBeUndefined()
  })

  test('by one answer that is brought several times at once, but for the first', async () => {
    const { device } = await anOwner()
    const { options, challenge } = await question()
    const response = device.sign(options)
    const brings = () => signedByItsOwner({ response, challenge })
    const outcomes = await raceOf('update on passkey', [brings, brings, brings])
    expect(outcomes.filter(Boolean)).toHaveLength(1)
  })

  test('with a copy of a device, whose count stays behind', async () => {
    const { device } = await anOwner()
    await signs(device)
    await signs(device)
    device.goBack()
    expect(await signs(device)).toBeUndefined()
  })

  test('by what is no answer at all', async () => {
    const { challenge } = await question()
    for (const odd of [undefined, null, 7, '', 'null', '{}', '{"id":"x"}', '{'.repeat(10_000)])
      expect(await signedByItsOwner({ response: odd, challenge })).toBeUndefined()
  })
})

test('a passkey proves that it is its owner, and nobody else', async () => {
  const [mine, other] = [await anOwner(), await anOwner()]
  const prove = async (device: Authenticator) => {
    const { options, challenge } = await question()
    return proveByPasskey(mine.actor, { response: device.sign(options), challenge })
  }
  expect(await prove(mine.device)).toMatchObject({ ok: true })
  expect(await prove(other.device)).toEqual({ ok: false, refusal: 'proof-wrong' })
  expect((await aPerson()).id).not.toBe(mine.actor.id)
})
