import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { refuse } from '@/lib/kernel/result'
import { currentActor } from '@/lib/people/sessions/current-actor'
import { may, NotAllowed, type Power, type StaffActor } from '@/lib/people/permissions'

/** Runs a command for whoever makes this request; who is nobody, or may not, is told so. */
export async function acting<Outcome>(command: (actor: StaffActor) => Promise<Outcome>) {
  const actor = await currentActor()
  if (!actor) return refuse('not-signed-in')
  try {
    return await command(actor)
  } catch (error) {
    if (error instanceof NotAllowed) return refuse('not-allowed')
    throw error
  }
}

/** Every page of the desk begins with this line, with the power that the policy asks for it (policy/doors.ts). */
export async function staffOrSignIn(power?: Power): Promise<StaffActor> {
  const actor = (await currentActor()) ?? redirect('/sign-in')
  if (power && !may(actor, power)) forbidden()
  return actor
}

/** The fields of a form. An action is a public address: in the form's place may come anything, which is an empty form. */
export const formIn = (given: unknown) => (given instanceof FormData ? given : new FormData())

/** So many characters of a field, to be said back. A field may also arrive as a file: that is nothing, and the schema says what is missing. */
export function textIn(form: FormData, name: string, most: number): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, most) : ''
}

/** The address that our own server has written; what a client sends under this name never arrives. */
export const visitorAddress = async () => (await headers()).get('x-client-address') ?? 'unknown'

/** Did this request come through a proxy, although TRUSTED_HOPS is 0? Our own server writes that too. */
export const hasUnnoticedProxy = async () => (await headers()).has('x-client-forwarded')
