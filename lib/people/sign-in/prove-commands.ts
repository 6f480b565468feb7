import { db } from '@/lib/db/client'
import { done } from '@/lib/kernel/result'
import { ensure, type StaffActor } from '../permissions'
import { tryPassword, type SignedIn, type Visitor } from './sign-in'

/** Who did not show that they know their password, and the turn that their browser is given, if any. */
export type Unproved =
  | { ok: false; refusal: 'problems'; problems: { current: 'password-wrong' }; turn?: string }
  | { ok: false; refusal: 'password-wait' | 'password-full'; turn?: string }

/**
 * Somebody who is in shows once more that they know their password. It is a guess as at the sign-in, in the same limits:
 * so a session that was left open is no better place to guess at it.
 */
export async function provePassword(
  actor: StaffActor,
  password: string,
  visitor: Visitor,
  now = Date.now(),
): Promise<{ ok: true; value: SignedIn } | Unproved> {
  ensure(actor, 'change own account')
  const person = await db.person.findUnique({ where: { id: actor.id }, select: { email: true } })
  const outcome = await tryPassword({ email: person?.email, password }, { ...visitor, isProof: true }, now)
  if (outcome.ok) return done(outcome.value)
  const { refusal, turn } = outcome
  if (refusal === 'wrong')
    return { ok: false, refusal: 'problems', problems: { current: 'password-wrong' }, turn }
  return { ok: false, refusal: `password-${refusal}`, turn }
}
