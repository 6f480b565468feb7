import { record } from '@/lib/audit/commands'
import { inTransaction } from '@/lib/db/in-transaction'
import { done, refuse } from '@/lib/kernel/result'
import { endLinksOf } from '../links/commands'
import { ensure, type StaffActor } from '../permissions'
import { passwordChange, problemsOf } from '../schema'
import { forgetBrowsersOf } from '../sign-in/browser-commands'
import { TooBusy } from '../sign-in/in-turn'
import { hashPassword } from '../sign-in/passwords'
import { provePassword } from '../sign-in/prove-commands'
import type { SignedIn, Visitor } from '../sign-in/sign-in'

/**
 * Somebody who knows their password sets another. Every session ends with it, this one too, with every other link and
 * known browser: whoever calls this begins a new session for them.
 */
export async function changePassword(actor: StaffActor, fields: unknown, visitor: Visitor, now = Date.now()) {
  ensure(actor, 'change own account')
  const input = passwordChange.safeParse(fields)
  if (!input.success) return { ok: false, refusal: 'problems', problems: problemsOf(input.error) } as const
  const proof = await provePassword(actor, input.data.current, visitor, now)
  if (!proof.ok) return proof
  try {
    return await setOwn(actor, proof.value, await hashPassword(input.data.password))
  } catch (error) {
    if (error instanceof TooBusy) return refuse('unavailable')
    throw error
  }
}

// Whose sessions were ended since the password was shown has no say any more.
const setOwn = (actor: StaffActor, { personId, sessionVersion }: SignedIn, passwordHash: string) =>
  inTransaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, sessionVersion, disabledAt: null },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    })
    if (count === 0) return refuse('not-signed-in')
    await endLinksOf(tx, personId)
    await forgetBrowsersOf(tx, personId)
    await record(tx, actor, { kind: 'password-changed', about: personId })
    return done({ personId, sessionVersion: sessionVersion + 1 })
  })
