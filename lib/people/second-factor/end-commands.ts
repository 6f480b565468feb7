import type { Tx } from '@/lib/db/client'

/** Nothing is asked of this person beside the password any more. */
export async function endFactorsOf(tx: Tx, personId: string) {
  await tx.totpSecret.deleteMany({ where: { personId } })
  await tx.passkey.deleteMany({ where: { personId } })
  await tx.recoveryCode.deleteMany({ where: { personId } })
}
