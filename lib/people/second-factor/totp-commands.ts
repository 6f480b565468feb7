import { record } from '@/lib/audit/commands'
import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { runtime } from '@/lib/kernel/env'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type StaffActor } from '../permissions'
import { requireRecentProof } from '../step-up/rules'
import { newSecret, stepOfCode } from './codes'
import { endRecoveryCodesWithoutFactor, firstRecoveryCodes, lockPerson } from './recovery-code-commands'
import { typedCode } from './schema'
import { seal, unseal } from './sealed'

/** A new secret for an app. Nobody is asked for its codes before one of them has been typed. */
export async function beginTotp(actor: StaffActor) {
  ensure(actor, 'change own account')
  return requireRecentProof(actor) ?? inTransaction((tx) => begin(tx, actor))
}

async function begin(tx: Tx, actor: StaffActor) {
  const personId = actor.id
  const sealed = seal(runtime().secret, personId, newSecret())
  const begun = await tx.$executeRaw`
    insert into totp_secret (person_id, sealed) values (${personId}::uuid, ${sealed})
    on conflict (person_id) do update set sealed = excluded.sealed, begun_at = now(), last_step = 0
      where totp_secret.confirmed_at is null`
  if (begun === 0) return refuse('totp-on')
  await record(tx, actor, { kind: 'app-begun', about: personId })
  return done({})
}

/** The app makes the right codes: from now on they are asked for. Answers recovery codes if these are the first. */
export async function confirmTotp(actor: StaffActor, input: { code?: unknown }, now = Date.now()) {
  ensure(actor, 'change own account')
  const unproved = requireRecentProof(actor)
  if (unproved) return unproved
  const code = typedCode.safeParse(input.code)
  if (!code.success) return refuse('code-wrong')
  return inTransaction(async (tx) => {
    await lockPerson(tx, actor.id)
    if (!(await useTotpCode(tx, actor.id, code.data, { now, confirmed: false }))) return refuse('code-wrong')
    await tx.totpSecret.update({
      where: { personId: actor.id },
      data: { confirmedAt: new Date(now) },
      select: { personId: true },
    })
    await record(tx, actor, { kind: 'app-confirmed', about: actor.id })
    return done({ recoveryCodes: await firstRecoveryCodes(tx, actor.id) })
  })
}

/** No codes are asked for any more; also takes back what was begun and not confirmed. */
export async function endTotp(actor: StaffActor) {
  ensure(actor, 'change own account')
  const unproved = requireRecentProof(actor)
  if (unproved) return unproved
  return inTransaction(async (tx) => {
    await lockPerson(tx, actor.id)
    const { count } = await tx.totpSecret.deleteMany({ where: { personId: actor.id } })
    if (count === 0) return refuse('not-found')
    await endRecoveryCodesWithoutFactor(tx, actor.id)
    await record(tx, actor, { kind: 'app-ended', about: actor.id })
    return done({})
  })
}

/**
 * Is this a code of the person's app, and none that was accepted before? The step of its time is noted in one statement
 * with the comparison: of two who bring the same code at once, one is told yes.
 */
export async function useTotpCode(
  tx: Tx,
  personId: string,
  code: string,
  { now, confirmed }: { now: number; confirmed: boolean },
): Promise<boolean> {
  const row = await tx.totpSecret.findUnique({ where: { personId }, select: { sealed: true } })
  const secret = row && unseal(runtime().secret, personId, row.sealed)
  const step = secret ? stepOfCode(secret, code, now) : undefined
  if (step === undefined) return false
  const { count } = await tx.totpSecret.updateMany({
    where: {
      personId,
      sealed: row!.sealed,
      lastStep: { lt: step },
      confirmedAt: confirmed ? { not: null } : null,
    },
    data: { lastStep: step },
  })
  return count === 1
}
