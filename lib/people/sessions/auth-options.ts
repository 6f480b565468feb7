import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { runtime } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { signInByProvider, type ArrivedByProvider } from '../provider/commands'
import { nextAuthProvider } from '../provider/next-auth-provider'
import { beginSession, signOut, type Place } from './commands'
import { SESSION_SECONDS, sessionClaims } from './queries'
import { sessionCookie, sessionSecret } from './session-cookie'
import { signIn } from '../sign-in/sign-in'

interface Claims {
  personId: string
  sessionId: string
}

declare module 'next-auth/jwt' {
  interface JWT {
    personId?: string
    sessionId?: string
  }
}

/**
 * next-auth as we use it: e-mail and password, a provider of OpenID Connect where the settings name one, and a token that
 * holds nothing worth reading. For one request, which comes from `place`.
 */
export function authOptions(place: Place = { address: '' }): NextAuthOptions {
  const { siteUrl, isWithoutPasswords } = runtime()
  process.env.NEXTAUTH_URL ??= siteUrl
  const provider = nextAuthProvider()
  let arrived: ArrivedByProvider | undefined
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: siteUrl.startsWith('https:'),
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/desk' },
    providers: [...(isWithoutPasswords ? [] : [passwords]), ...(provider ? [provider] : [])],
    callbacks: {
      // Whom the provider has vouched for is let in here, or sent back with the reason.
      async signIn({ account, profile }) {
        if (account?.type !== 'oauth') return true
        const outcome = await signInByProvider(profile, place)
        if (!outcome.ok) return `${siteUrl}/sign-in?provider=${outcome.refusal}`
        arrived = outcome.value
        return true
      },
      // `user` is there at the sign-in only. Later calls do not carry the session beyond its twelve hours: its row says when
      // it began.
      async jwt({ token, user }) {
        if (arrived) return newClaims(await beginSession(arrived, place))
        return user ? newClaims(user as unknown as Claims) : token
      },
      session: ({ session, token: { personId, sessionId } }) => ({
        expires: session.expires,
        personId,
        sessionId,
      }),
      // Whatever a request asks for, of whatever type: after signing in or out, the desk.
      redirect: async () => `${siteUrl}/desk`,
    },
    // However somebody signs out, the session ends, and every copy of its token with it.
    events: {
      signOut: async ({ token }) => {
        const read = sessionClaims.safeParse(token)
        if (read.success) await signOut(read.data)
      },
    },
    logger: {
      error: (code) => log.warn({ code }, 'next-auth refused something'),
      warn: () => {},
      debug: () => {},
    },
  }
}

export const newClaims = ({ personId, sessionId }: Claims) => ({ personId, sessionId })

const passwords = Credentials({
  name: 'E-mail and password',
  credentials: {
    email: { label: 'Email', type: 'email' },
    password: { label: 'Password', type: 'password' },
  },
  // A JSON body reaches us unchanged: `fields` may be anything. An error thrown here would be echoed into an
  // address, so there is none: null says no.
  async authorize(fields, request) {
    const heads = request?.headers as Record<string, unknown> | undefined
    const address = String(heads?.['x-client-address'] ?? '')
    const outcome = await signIn(fields, { address }).catch(() => undefined)
    if (!outcome?.ok) return null
    const claims = await beginSession(outcome.value, { address, userAgent: heads?.['user-agent'] })
    return { id: claims.personId, ...claims }
  },
})
