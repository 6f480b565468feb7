import { runtime } from '@/lib/kernel/env'
import type { TicketKind } from '../second-factor/tickets'
import {
  browserCookieName,
  sessionCookieName,
  ticketCookieNames,
  turnCookieName,
} from './session-cookie-name'

/** The cookie that holds the session: unreadable for scripts, not sent along by other sites' forms. */
export const sessionCookie = () => cookie(sessionCookieName, 'lax')

/** By which a browser is known in which somebody has signed in: it is left when they sign out. */
export const browserCookieSetting = () => cookie(browserCookieName, 'strict')

/** The turn of a browser that has to wait before it is heard. */
export const turnCookieSetting = () => cookie(turnCookieName, 'strict')

/** What is brought back within minutes: on the way in, with a passkey, and before what cannot be undone. */
export const ticketCookieSetting = (kind: TicketKind) => cookie(ticketCookieNames[kind], 'strict')

function cookie<SameSite extends 'lax' | 'strict'>(
  name: { https: string; http: string },
  sameSite: SameSite,
) {
  const secure = runtime().siteUrl.startsWith('https:')
  return {
    name: name[secure ? 'https' : 'http'],
    options: { httpOnly: true, sameSite, path: '/', secure } as const,
  }
}

// next-auth derives its key from this; the word before it keeps other uses of the same secret apart.
export const sessionSecret = () => `session ${runtime().secret}`
