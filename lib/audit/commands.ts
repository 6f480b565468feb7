import { db, type Tx } from '@/lib/db/client'
import { neighbourhoodKey } from '@/lib/kernel/address-key'
import { newId } from '@/lib/kernel/ids'
import { bounded } from './rules'
import { auditKinds, type Deed, type Doer } from './types'

/** Writes down what is being done, in its own transaction: there is no deed without its entry, and no entry of none. */
export const record = (tx: Tx, by: Doer, deed: Deed) => recordAll(tx, [{ ...deed, by }])

/** The same for many deeds at once. */
export async function recordAll(tx: Tx, deeds: readonly (Deed & { by: Doer })[]) {
  if (deeds.length === 0) return
  await tx.auditEntry.createMany({
    data: deeds.map(({ by, kind, about, before = {}, after = {} }) => ({
      id: newId(),
      ...doerOf(by),
      kind,
      subject: auditKinds[kind],
      subjectId: about,
      before: bounded(before),
      after: bounded('rule' in by ? { ...after, rule: by.rule } : after),
    })),
  })
}

function doerOf(by: Doer) {
  if ('via' in by) return { via: by.via, byId: by.personId, network: by.from }
  return by.role === 'system' ? { via: 'rule' } : { via: 'session', byId: by.id, network: by.from }
}

/** Where something came from, as the audit keeps it: the network around an address, which is nobody's in particular. */
export const networkOf = (address: string): string | undefined =>
  neighbourhoodKey(address).slice(0, 64) || undefined

/** Erases where entries came from that are older than so many days. */
export async function forgetNetworks(days: number): Promise<number> {
  let erased = 0
  // In portions: one statement must not run into the time limit of a web request.
  for (let portion = -1; portion !== 0; erased += portion) {
    portion = await db.$executeRaw`
      update audit_entry set network = null where id in (
        select id from audit_entry
        where network is not null and at <= now() - make_interval(days => ${days}::int) order by at limit 2000)`
  }
  return erased
}
