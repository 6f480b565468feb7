import { decode } from 'next-auth/jwt'
import { sessionCookie, sessionSecret } from './session-cookie'

/** The claims of the session whose cookie this request carries, if it was written by us and has not run out. */
export async function claimsIn(cookies: string | undefined) {
  const begin = `${sessionCookie().name}=`
  const token = cookies
    ?.split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(begin))
    ?.slice(begin.length)
  if (!token) return undefined
  const claims = await decode({ token, secret: sessionSecret() }).catch(() => null)
  return typeof claims?.personId === 'string' ? claims : undefined
}

/**
 * Has a cookie of this request been written by us at somebody's sign-in, and not run out? It is decrypted and not
 * looked up: the session may have ended since. Good for deciding how much to read of a request, never for what it may do.
 */
export const carriesSession = async (cookies: string | undefined): Promise<boolean> =>
  (await claimsIn(cookies)) !== undefined
