import { runtime } from '@/lib/kernel/env'
import { sessionCookieName } from './session-cookie-name'

/** The cookie that holds the session: unreadable for scripts, not sent along by other sites' forms. */
export function sessionCookie() {
  const secure = runtime().siteUrl.startsWith('https:')
  return {
    name: sessionCookieName[secure ? 'https' : 'http'],
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  }
}

// next-auth derives its key from this; the word before it keeps other uses of the same secret apart.
export const sessionSecret = () => `session ${runtime().secret}`
