import { db } from '@/lib/db/client'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type StaffActor } from '../permissions'
import { signedByItsOwner } from '../second-factor/passkey-sign-in-commands'
import { signInInput } from '../schema'
import { hearProof, takeBack } from '../sign-in/guess-commands'
import { hashInTurn, TooBusy } from '../sign-in/in-turn'
import { passwordMatches } from '../sign-in/passwords'

/** Somebody who is signed in gives their password once more. Wrong ones are counted for them alone. */
export async function proveByPassword(actor: StaffActor, input: { password?: unknown }, now = Date.now()) {
  ensure(actor, 'change own account')
  const password = signInInput.shape.password.safeParse(input.password)
  if (!password.success) return refuse('proof-wrong')
  const hearing = await hearProof(actor.id, now)
  if (hearing.verdict !== 'heard') return refuse('proof-full')
  const person = await db.person.findUnique({ where: { id: actor.id }, select: { passwordHash: true } })
  try {
    const matches = await hashInTurn('owner', () => passwordMatches(password.data, person?.passwordHash))
    if (!matches) return refuse('proof-wrong')
  } catch (error) {
    await takeBack(hearing.id)
    if (error instanceof TooBusy) return refuse('unavailable')
    throw error
  }
  await takeBack(hearing.id)
  return done({ provedAt: now })
}

/** The same with a passkey, which has to be this person's own. */
export async function proveByPasskey(
  actor: StaffActor,
  input: { response?: unknown; challenge?: string },
  now = Date.now(),
) {
  ensure(actor, 'change own account')
  const owner = await signedByItsOwner(input, now)
  return owner?.personId === actor.id ? done({ provedAt: now }) : refuse('proof-wrong')
}
