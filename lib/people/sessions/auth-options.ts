import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { runtime } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { endAllSessions } from './commands'
import { actorOf, SESSION_SECONDS } from './queries'
import { sessionCookie, sessionSecret } from './session-cookie'
import { signIn, type SignedIn } from '../sign-in/sign-in'

declare module 'next-auth/jwt' {
  interface JWT extends Partial<SignedIn> {
    since?: number
  }
}

/** next-auth as we use it: e-mail and password, and a token that holds nothing worth reading. */
export function authOptions(): NextAuthOptions {
  const { siteUrl } = runtime()
  process.env.NEXTAUTH_URL ??= siteUrl
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: siteUrl.startsWith('https:'),
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/desk' },
    providers: [passwords],
    callbacks: {
      // `user` is there at the sign-in only. Later calls must not carry the session beyond its twelve hours.
      jwt: ({ token, user }) => (user ? newClaims(user as unknown as SignedIn) : token),
      session: ({ session, token: { personId, sessionVersion, since } }) => ({
        expires: session.expires,
        personId,
        sessionVersion,
        since,
      }),
      // Whatever a request asks for, of whatever type: after signing in or out, the desk.
      redirect: async () => `${siteUrl}/desk`,
    },
    // However somebody signs out, the session ends, and every copy of its token with it.
    events: {
      signOut: async ({ token }) => {
        const actor = await actorOf(token)
        if (actor) await endAllSessions(actor.id)
      },
    },
    logger: {
      error: (code) => log.warn({ code }, 'next-auth refused something'),
      warn: () => {},
      debug: () => {},
    },
  }
}

export const newClaims = ({ personId, sessionVersion }: SignedIn) => ({
  personId,
  sessionVersion,
  since: Math.floor(Date.now() / 1_000),
})

const passwords = Credentials({
  name: 'E-mail and password',
  credentials: {
    email: { label: 'Email', type: 'email' },
    password: { label: 'Password', type: 'password' },
  },
  // A JSON body reaches us unchanged: `fields` may be anything. An error thrown here would be echoed into an
  // address, so there is none: null says no.
  async authorize(fields, request) {
    const address = String(
      (request?.headers as Record<string, unknown> | undefined)?.['x-client-address'] ?? '',
    )
    const outcome = await signIn(fields, { address }).catch(() => undefined)
    return outcome?.ok ? { id: outcome.value.personId, ...outcome.value } : null
  },
})
