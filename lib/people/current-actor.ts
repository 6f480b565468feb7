import { encode } from 'next-auth/jwt'
import { getServerSession } from 'next-auth/next'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import { endAllSessions } from './commands'
import { actorOf, SESSION_SECONDS } from './queries'
import { authOptions, newClaims } from './auth-options'
import type { StaffActor } from './permissions'
import { sessionCookie, sessionSecret } from './session-cookie'
import type { SignedIn } from './sign-in'

/** Who makes this request, by its session cookie and by what Postgres says about that person now. */
export async function currentActor(): Promise<StaffActor | undefined> {
  await connection() // a page made ahead of time waits here: it has no request and nobody acts
  return actorOf(await getServerSession(authOptions()))
}

/** Gives the browser a new session, in next-auth's own form; called from a Server Action. */
export async function startSession(person: SignedIn) {
  const token = await encode({ token: newClaims(person), secret: sessionSecret(), maxAge: SESSION_SECONDS })
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, token, { ...options, maxAge: SESSION_SECONDS })
}

/** Ends the session, and with it every copy of its token: the person's other sessions too. */
export async function endSession() {
  const actor = await currentActor()
  if (actor) await endAllSessions(actor.id)
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}
