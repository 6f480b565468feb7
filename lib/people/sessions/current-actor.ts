import { encode } from 'next-auth/jwt'
import { getServerSession } from 'next-auth/next'
import { cookies, headers } from 'next/headers'
import { connection } from 'next/server'
import { cache } from 'react'
import { networkOf } from '@/lib/audit/commands'
import { log } from '@/lib/kernel/log'
import { BROWSER_COOKIE_SECONDS, makeKnown } from '../sign-in/browser-commands'
import { beginSession, isUnseen, noteSeen, signOut, type Place } from './commands'
import { SESSION_SECONDS, sessionClaims, sessionOf } from './queries'
import { authOptions, newClaims } from './auth-options'
import type { StaffActor } from '../permissions'
import { provedIn, takeTickets } from './ticket-cookies'
import { browserCookieSetting, sessionCookie, sessionSecret, turnCookieSetting } from './session-cookie'
import type { SignedIn, Visitor } from '../sign-in/sign-in'
import { TURN_COOKIE_SECONDS } from '../sign-in/turns'

/**
 * Who makes this request, by its session cookie and by what Postgres says about that person now: asked once for all parts
 * of a page that is being rendered, and anew in each action.
 */
export const currentActor = cache(async (): Promise<StaffActor | undefined> => {
  await connection() // a page made ahead of time waits here: it has no request and nobody acts
  const claimed: unknown = await getServerSession(authOptions())
  const session = await sessionOf(claimed)
  if (!session) return undefined
  const { address } = await placeHere()
  if (isUnseen(session.seenAt)) await tellSeen(session.actor.sessionId, address)
  const provedAt = (await provedIn(claimed)) ?? session.provedAt?.getTime()
  return { ...session.actor, from: networkOf(address), provedAt }
})

// Whoever may come in does, though nothing can be written down.
const tellSeen = (sessionId: string, address: string) =>
  noteSeen(sessionId, address).catch((error: unknown) =>
    log.warn({ err: error }, 'that somebody was seen could not be written down'),
  )

/** From where this request comes, as our own server and the browser say. */
async function placeHere(): Promise<Place> {
  const heads = await headers()
  return { address: heads.get('x-client-address') ?? 'unknown', userAgent: heads.get('user-agent') }
}

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
 * Gives the browser a new session, in next-auth's own form, in the place of the one it had, and makes it one that is
 * known; called from a Server Action.
 */
export async function startSession(person: SignedIn) {
  const [session, browser, turn] = [sessionCookie(), browserCookieSetting(), turnCookieSetting()]
  const jar = await cookies()
  await endNamedHere()
  const claims = newClaims(await beginSession(person, await placeHere()))
  const token = await encode({ token: claims, secret: sessionSecret(), maxAge: SESSION_SECONDS })
  const known = await makeKnown(jar.get(browser.name)?.value, person.personId)
  jar.set(session.name, token, { ...session.options, maxAge: SESSION_SECONDS })
  jar.set(browser.name, known, { ...browser.options, maxAge: BROWSER_COOKIE_SECONDS })
  jar.set(turn.name, '', { ...turn.options, maxAge: 0 })
  await takeTickets()
}

/** Ends the session, and with it every copy of its token. */
export async function endSession() {
  await endNamedHere()
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
  await takeTickets()
}

async function endNamedHere() {
  const read = sessionClaims.safeParse(await getServerSession(authOptions()))
  if (read.success) await signOut(read.data, networkOf((await placeHere()).address))
}
