import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { refuse } from '@/lib/kernel/result'
import { currentActor } from '@/lib/people/sessions/current-actor'
import { NotAllowed, type StaffActor } from '@/lib/people/permissions'

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

/** Every page of the desk begins with this line. */
export async function staffOrSignIn(): Promise<StaffActor> {
  return (await currentActor()) ?? redirect('/sign-in')
}

/** The fields of a form. An action is a public address: in the form's place may come anything, which is an empty form. */
export const formIn = (given: unknown) => (given instanceof FormData ? given : new FormData())

/** The address that our own server has written; what a client sends under this name never arrives. */
export const visitorAddress = async () => (await headers()).get('x-client-address') ?? 'unknown'

/** Did this request come through a proxy, although TRUSTED_HOPS is 0? Our own server writes that too. */
export const hasUnnoticedProxy = async () => (await headers()).has('x-client-forwarded')
