import { randomBytes } from 'node:crypto'
import { record } from '@/lib/audit/commands'
import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { done, refuse } from '@/lib/kernel/result'
import { hashOf } from '../links/setup-link'
import { ensure, type StaffActor } from '../permissions'
import { requireRecentProof } from '../step-up/rules'
import { hasFactor } from './queries'
import { RECOVERY_CODES, recoveryCodeOf } from './rules'

/** Ten new ones; those from before open nothing any more. They are told here and never again. */
export async function renewRecoveryCodes(actor: StaffActor) {
  ensure(actor, 'change own account')
  const unproved = requireRecentProof(actor)
  if (unproved) return unproved
  return inTransaction(async (tx) => {
    await lockPerson(tx, actor.id)
    if (!(await hasFactor(tx, actor.id))) return refuse('no-factor')
    await record(tx, actor, { kind: 'recovery-codes-renewed', about: actor.id })
    return done({ recoveryCodes: await makeRecoveryCodes(tx, actor.id) })
  })
}

/** Those that come with somebody's first factor; nothing when they have some. The person's row is locked. */
export async function firstRecoveryCodes(tx: Tx, personId: string): Promise<string[] | undefined> {
  const left = await tx.recoveryCode.count({ where: { personId, usedAt: null } })
  return left > 0 ? undefined : makeRecoveryCodes(tx, personId)
}

/** With the last factor its recovery codes end. The person's row is locked. */
export async function endRecoveryCodesWithoutFactor(tx: Tx, personId: string) {
  if (!(await hasFactor(tx, personId))) await tx.recoveryCode.deleteMany({ where: { personId } })
}

/** One thing at a time happens to the factors of a person. */
export const lockPerson = (tx: Tx, personId: string) =>
  tx.$executeRaw`select from person where id = ${personId}::uuid for no key update`

async function makeRecoveryCodes(tx: Tx, personId: string) {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(32)))
  await tx.recoveryCode.deleteMany({ where: { personId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ personId, codeHash: hashOf(code) })) })
  return codes
}

/** Uses a code up; of several who bring the same one, one is told yes. */
export async function useRecoveryCode(tx: Tx, personId: string, code: string): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { codeHash: hashOf(code), personId, usedAt: null },
    data: { usedAt: new Date() },
  })
  return count === 1
}
