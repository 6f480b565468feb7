import { encode } from 'next-auth/jwt'
import { getServerSession } from 'next-auth/next'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import { cache } from 'react'
import { BROWSER_COOKIE_SECONDS, makeKnown } from '../sign-in/browser-commands'
import { endAllSessions } from './commands'
import { actorOf, SESSION_SECONDS } from './queries'
import { authOptions, newClaims } from './auth-options'
import type { StaffActor } from '../permissions'
import { browserCookieSetting, sessionCookie, sessionSecret, turnCookieSetting } from './session-cookie'
import type { SignedIn, Visitor } from '../sign-in/sign-in'
import { TURN_COOKIE_SECONDS } from '../sign-in/turns'

/**
 * Who makes this request, by its session cookie and by what Postgres says about that person now: asked once for all parts
 * of a page that is being rendered, and anew in each action.
 */
export const currentActor = cache(async (): Promise<StaffActor | undefined> => {
  await connection() // a page made ahead of time waits here: it has no request and nobody acts
  return actorOf(await getServerSession(authOptions()))
})

/** What is known of whoever makes this request, before they have said who they are. */
export async function visitorAt(address: string): Promise<Visitor> {
  const jar = await cookies()
  const [browser, turn] = [browserCookieSetting(), turnCookieSetting()].map(
    ({ name }) => jar.get(name)?.value,
  )
  return { address, browser, turn }
}

/** Gives the browser its turn, to be brought with the next attempt. */
export async function giveTurn(turn: string | undefined) {
  const { name, options } = turnCookieSetting()
  if (turn) (await cookies()).set(name, turn, { ...options, maxAge: TURN_COOKIE_SECONDS })
}

/**
 * Gives the browser a new session, in next-auth's own form, and makes it one that is known; called from a Server
 * Action.
 */
export async function startSession(person: SignedIn) {
  const [session, browser, turn] = [sessionCookie(), browserCookieSetting(), turnCookieSetting()]
  const jar = await cookies()
  const token = await encode({ token: newClaims(person), secret: sessionSecret(), maxAge: SESSION_SECONDS })
  const known = await makeKnown(jar.get(browser.name)?.value, person.personId)
  jar.set(session.name, token, { ...session.options, maxAge: SESSION_SECONDS })
  jar.set(browser.name, known, { ...browser.options, maxAge: BROWSER_COOKIE_SECONDS })
  jar.set(turn.name, '', { ...turn.options, maxAge: 0 })
}

/** Ends the session, and with it every copy of its token: the person's other sessions too. */
export async function endSession() {
  const actor = await currentActor()
  if (actor) await endAllSessions(actor.id)
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}
