import { db, type Tx } from '@/lib/db/client'

/** Uses up what is good once: whoever of several is the second, is told no. It is taken back with the transaction. */
export async function useOnce(tx: Tx, { id, until }: { id: string; until: number }): Promise<boolean> {
  const { count } = await tx.usedProof.createMany({
    data: { id, until: new Date(until) },
    skipDuplicates: true,
  })
  return count === 1
}

/** What has ended by itself need not be remembered. */
export const forgetUsedProofs = (now = Date.now()) =>
  db.usedProof.deleteMany({ where: { until: { lte: new Date(now) } } })
