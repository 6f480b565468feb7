import { record } from '@/lib/audit/commands'
import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { done, refuse } from '@/lib/kernel/result'
import { endLinksOf, giveLink } from '../links/commands'
import { forgetBrowsersOf } from '../sign-in/browser-commands'
import { lockedAddress, orTaken, setAddress } from './commands'
import { changeToStop, isTaken } from './queries'

/**
 * Whoever reads the old address wants nothing of the change: it is stopped or taken back, with all that was asked after
 * it. Who asked for it knew the password, so every session ends, and whoever stops it sets a new one: the answer is the
 * way there.
 */
export async function stopEmailChange(token: unknown) {
  const seen = await changeToStop(token)
  if (!seen) return refuse('change-dead')
  return orTaken(() =>
    inTransaction(async (tx) => {
      // The person's row first, as everywhere: then it is looked at once more.
      if (!(await lockedAddress(tx, seen.personId))) return refuse('change-dead')
      const change = await changeToStop(token, tx)
      if (!change) return refuse('change-dead')
      const { personId, fromEmail, askedAt, confirmedAt } = change
      if (confirmedAt) {
        if (await isTaken(tx, fromEmail, personId)) return refuse('email-taken')
        await setAddress(tx, personId, fromEmail)
      }
      await tx.emailChange.updateMany({
        where: { personId, askedAt: { gte: askedAt } },
        data: { endedAt: new Date() },
      })
      await endEveryWayIn(tx, personId)
      const after = { back: confirmedAt !== null }
      await record(tx, { via: 'link', personId }, { kind: 'email-stopped', about: personId, after })
      return done(await giveLink(tx, personId))
    }),
  )
}

async function endEveryWayIn(tx: Tx, personId: string) {
  await tx.person.update({
    where: { id: personId },
    data: { sessionVersion: { increment: 1 } },
    select: { id: true },
  })
  await endLinksOf(tx, personId)
  await forgetBrowsersOf(tx, personId)
}
