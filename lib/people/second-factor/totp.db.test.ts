import { generateSync } from 'otplib'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { connectForRaces, raceOf } from '@/lib/db/testing/barrier'
import { anActor } from '@/lib/db/testing/factories'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { hasFactor, ownFactors, totpSetUp } from './queries'
import { renewRecoveryCodes, useRecoveryCode } from './recovery-code-commands'
import { beginTotp, confirmTotp, endTotp, useTotpCode } from './totp-commands'

beforeAll(connectForRaces)

const proven = async () => ({ ...(await anActor()), provedAt: Date.now() })
type Actor = Awaited<ReturnType<typeof proven>>
const now = Date.UTC(2035, 0, 1)
const codeAt = (secret: string, at: number) => generateSync({ secret, epoch: Math.floor(at / 1_000) })
const secretOf = async (actor: Actor) => (await totpSetUp(actor))!.secret

/** Somebody whose app is set up; what it makes of a moment is a code. */
async function withApp() {
  const actor = await proven()
  await beginTotp(actor)
  const secret = await secretOf(actor)
  const confirmed = await confirmTotp(actor, { code: codeAt(secret, now) }, now)
  if (!confirmed.ok) throw new Error(confirmed.refusal)
  const use = (code: string, at: number) =>
    db.$transaction((tx) => useTotpCode(tx, actor.id, code, { now: at, confirmed: true }))
  return { actor, secret, use, recoveryCodes: confirmed.value.recoveryCodes! }
}

describe('codes from an app', () => {
  test('are asked for once one of them has been typed', async () => {
    const actor = await proven()
    expect(await beginTotp(actor)).toMatchObject({ ok: true })
    expect(await hasFactor(db, actor.id)).toBe(false)
    expect(await ownFactors(actor)).toMatchObject({ totp: 'begun', recoveryCodes: 0 })
    const secret = await secretOf(actor)
    expect(await confirmTotp(actor, { code: codeAt(secret, now + 120_000) }, now)).toEqual({
      ok: false,
      refusal: 'code-wrong',
    })
    for (const odd of [undefined, '', 'abc', {}, '1'.repeat(300)])
      expect(await confirmTotp(actor, { code: odd }, now)).toMatchObject({ refusal: 'code-wrong' })
    expect(await confirmTotp(actor, { code: codeAt(secret, now) }, now)).toMatchObject({ ok: true })
    expect(await hasFactor(db, actor.id)).toBe(true)
    expect(await ownFactors(actor)).toMatchObject({ totp: 'on', recoveryCodes: 10 })
    expect(await totpSetUp(actor)).toBeUndefined()
    expect(await beginTotp(actor)).toEqual({ ok: false, refusal: 'totp-on' })
  })

  test('whoever begins again has another secret', async () => {
    const actor = await proven()
    await beginTotp(actor)
    const first = await secretOf(actor)
    await beginTotp(actor)
    expect(await secretOf(actor)).not.toBe(first)
    expect(await confirmTotp(actor, { code: codeAt(first, now) }, now)).toMatchObject({ ok: false })
  })

  test('lie in their row sealed, for this person and this site', async () => {
    const { actor, secret, use } = await withApp()
    const { sealed } = await db.totpSecret.findUniqueOrThrow({ where: { personId: actor.id } })
    expect(sealed).not.toContain(secret)
    const other = await withApp()
    await db.totpSecret.update({ where: { personId: other.actor.id }, data: { sealed } })
    expect(await other.use(codeAt(secret, now + 30_000), now + 30_000)).toBe(false)
    const before = runtime()
    setRuntime({ ...before, secret: `${before.secret} and another` })
    try {
      expect(await use(codeAt(secret, now + 30_000), now + 30_000)).toBe(false)
    } finally {
      setRuntime(before)
    }
    expect(await use(codeAt(secret, now + 30_000), now + 30_000)).toBe(true)
  })

  test('are taken one step early or late, and each once, and none from before the newest', async () => {
    const { secret, use } = await withApp()
    expect(await use(codeAt(secret, now), now)).toBe(false) // that which confirmed it
    expect(await use(codeAt(secret, now + 90_000), now + 30_000)).toBe(false) // two steps early
    expect(await use(codeAt(secret, now + 60_000), now + 30_000)).toBe(true) // one step early
    expect(await use(codeAt(secret, now + 60_000), now + 60_000)).toBe(false) // again
    expect(await use(codeAt(secret, now + 30_000), now + 30_000)).toBe(false) // from before that
    expect(await use(codeAt(secret, now + 90_000), now + 120_000)).toBe(true) // one step late
    expect(await use(codeAt(secret, now + 120_000), now + 180_000)).toBe(false) // two steps late
  })

  test('one that two bring at once is taken once', async () => {
    const { secret, use } = await withApp()
    const at = now + 60_000
    const brings = () => use(codeAt(secret, at), at)
    const outcomes = await raceOf('update on totp_secret', [brings, brings, brings])
    expect(outcomes.filter(Boolean)).toHaveLength(1)
  })

  test('are turned off, with the recovery codes', async () => {
    const { actor } = await withApp()
    expect(await endTotp(actor)).toMatchObject({ ok: true })
    expect(await hasFactor(db, actor.id)).toBe(false)
    expect(await db.recoveryCode.count({ where: { personId: actor.id } })).toBe(0)
    expect(await endTotp(actor)).toEqual({ ok: false, refusal: 'not-found' })
  })
})

describe('recovery codes', () => {
  const using = (personId: string, code: string) =>
    db.$transaction((tx) => useRecoveryCode(tx, personId, code))

  test('are ten, each good once, for their person, and kept as hashes', async () => {
    const { actor, recoveryCodes } = await withApp()
    expect(new Set(recoveryCodes).size).toBe(10)
    const rows = await db.recoveryCode.findMany({ where: { personId: actor.id } })
    for (const { codeHash } of rows) expect(recoveryCodes).not.toContain(codeHash)
    const [code] = recoveryCodes
    expect(await using((await anActor()).id, code!)).toBe(false)
    expect(await using(actor.id, code!)).toBe(true)
    expect(await using(actor.id, code!)).toBe(false)
    expect(await ownFactors(actor)).toMatchObject({ recoveryCodes: 9 })
  })

  test('one that two bring at once is taken once', async () => {
    const { actor, recoveryCodes } = await withApp()
    const brings = () => using(actor.id, recoveryCodes[3]!)
    const outcomes = await raceOf('update on recovery_code', [brings, brings])
    expect(outcomes.filter(Boolean)).toHaveLength(1)
  })

  test('are made anew, and those from before open nothing', async () => {
    const { actor, recoveryCodes } = await withApp()
    const renewed = await renewRecoveryCodes(actor)
    if (!renewed.ok) throw new Error(renewed.refusal)
    expect(renewed.value.recoveryCodes).toHaveLength(10)
    expect(await using(actor.id, recoveryCodes[0]!)).toBe(false)
    expect(await using(actor.id, renewed.value.recoveryCodes[0]!)).toBe(true)
    expect(await renewRecoveryCodes(await proven())).toEqual({ ok: false, refusal: 'no-factor' })
  })
})

test('nothing of this is done for who has not just said once more who they are', async () => {
  const { actor } = await withApp()
  const { provedAt: _none, ...unproved } = actor
  const old = { ...actor, provedAt: Date.now() - 600_000 }
  for (const who of [unproved, old])
    for (const deed of [beginTotp, endTotp, renewRecoveryCodes, (one: Actor) => confirmTotp(one, {})])
      expect(await deed(who as Actor)).toEqual({ ok: false, refusal: 'proof-needed' })
  const begun = await proven()
  await beginTotp(begun)
  expect(await totpSetUp({ ...begun, provedAt: undefined })).toBeUndefined()
  expect(await ownFactors(actor)).toMatchObject({ totp: 'on', recoveryCodes: 10 })
})
