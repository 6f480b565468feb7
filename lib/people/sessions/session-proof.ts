import { decode } from 'next-auth/jwt'
import { sessionCookie, sessionSecret } from './session-cookie'

/**
 * Has a cookie of this request been written by us at somebody's sign-in, and not run out? It is decrypted and not
 * looked up: the session may have ended since. Good for deciding how much to read of a request, never for what it may do.
 */
export async function carriesSession(cookies: string | undefined): Promise<boolean> {
  const begin = `${sessionCookie().name}=`
  const token = cookies
    ?.split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(begin))
    ?.slice(begin.length)
  if (!token) return false
  return decode({ token, secret: sessionSecret() }).then(
    (claims) => typeof claims?.personId === 'string',
    () => false,
  )
}
