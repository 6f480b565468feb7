import { db, type Tx } from '@/lib/db/client'
import { runtime } from '@/lib/kernel/env'
import { ensure, type StaffActor } from '../permissions'
import { requireRecentProof } from '../step-up/rules'
import { setUpAddress } from './codes'
import { relyingPartyAt } from './rules'
import { unseal } from './sealed'
import type { OwnFactors, StepChoices, TotpSetUp } from './types'

/** Is this person asked for more than the password? */
export const hasFactor = async (tx: Tx, personId: string) => {
  const { totp, passkeys } = await stepChoices(tx, personId)
  return totp || passkeys
}

/** By what this person can do the second step of a sign-in. */
export async function stepChoices(tx: Tx, personId: string): Promise<StepChoices> {
  const [choices] = await tx.$queryRaw<[StepChoices]>`
    select
      exists (select from totp_secret where person_id = ${personId}::uuid and confirmed_at is not null) as totp,
      exists (select from passkey where person_id = ${personId}::uuid) as passkeys,
      exists (select from recovery_code where person_id = ${personId}::uuid and used_at is null) as "recoveryCodes"`
  return choices
}

/** What somebody has beside the password. */
export async function ownFactors(actor: StaffActor): Promise<OwnFactors> {
  ensure(actor, 'change own account')
  const personId = actor.id
  const [totp, passkeys, recoveryCodes] = await Promise.all([
    db.totpSecret.findUnique({ where: { personId }, select: { confirmedAt: true } }),
    db.passkey.findMany({
      where: { personId },
      select: { id: true, name: true, addedAt: true, usedAt: true },
      orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    }),
    db.recoveryCode.count({ where: { personId, usedAt: null } }),
  ])
  return {
    totp: totp ? (totp.confirmedAt ? 'on' : 'begun') : 'off',
    passkeys,
    recoveryCodes,
    takesPasskeys: relyingPartyAt(runtime().siteUrl) !== undefined,
  }
}

/** What an app is to be told, as long as none has been confirmed; to who has just said once more who they are. */
export async function totpSetUp(actor: StaffActor): Promise<TotpSetUp | undefined> {
  ensure(actor, 'change own account')
  if (requireRecentProof(actor)) return undefined
  const row = await db.totpSecret.findFirst({
    where: { personId: actor.id, confirmedAt: null },
    select: { sealed: true, person: { select: { email: true } } },
  })
  const { secret: siteSecret, siteUrl } = runtime()
  const secret = row && unseal(siteSecret, actor.id, row.sealed)
  if (!secret || !row.person.email) return undefined
  return { secret, address: setUpAddress(secret, { site: new URL(siteUrl).host, email: row.person.email }) }
}
