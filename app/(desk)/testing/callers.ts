import { encode } from 'next-auth/jwt'
import { aPerson, aSession } from '@/lib/db/testing/factories'
import { newClaims } from '@/lib/people/sessions/auth-options'
import { sessionCookie, sessionSecret } from '@/lib/people/sessions/session-cookie'
import { staffRoles, type StaffRole } from '@/lib/people/policy/powers'

/** Everybody who may ask for something: nobody known, each role, and somebody who may no longer. */
export const callers = ['anonymous', ...staffRoles, 'disabled'] as const
export type Caller = (typeof callers)[number]

/** What of the staff a caller is, if anything. */
export const roleOf = (caller: Caller): StaffRole | undefined => staffRoles.find((role) => role === caller)

/** The cookies of a caller, in a session that was begun when they still could sign in. */
export async function cookiesOf(caller: Caller): Promise<Map<string, string>> {
  if (caller === 'anonymous') return new Map()
  const { id } = await (caller === 'disabled'
    ? aPerson({ role: 'admin', disabledAt: new Date() })
    : aPerson({ role: caller }))
  // And one that they have elsewhere.
  await aSession(id)
  const token = await encode({
    token: newClaims(await aSession(id)),
    secret: sessionSecret(),
  })
  return new Map([[sessionCookie().name, token]])
}
