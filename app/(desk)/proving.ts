import { done } from '@/lib/kernel/result'
import type { StaffActor } from '@/lib/people/permissions'
import { noteProof, ticketHere } from '@/lib/people/sessions/ticket-cookies'
import { proveByPasskey, proveByPassword } from '@/lib/people/step-up/commands'

/**
 * Whoever acts, with the proof that the form brings along: a password or a passkey, where <SureDialog> has asked for one.
 * It counts for what the form does, and for ten minutes more. `acting(async (actor) => { const sure = await proved(actor,
 * form); return sure.ok ? command(sure.value, …) : sure })`.
 */
export async function proved(actor: StaffActor, form: FormData) {
  const [password, passkey] = [form.get('sure-password'), form.get('sure-passkey')]
  if (!password && !passkey) return done(actor)
  const outcome = passkey
    ? await proveByPasskey(actor, { response: passkey, challenge: await ticketHere('ask') })
    : await proveByPassword(actor, { password })
  if (!outcome.ok) return outcome
  await noteProof(outcome.value.provedAt)
  return done({ ...actor, ...outcome.value })
}
