import { db } from '@/lib/db/client'
import { done, refuse, type Result } from '@/lib/kernel/result'
import { TooBusy } from './in-turn'
import { passwordMatches } from './passwords'
import { signInInput } from './schema'
import { forgetGuesses, mayGuess } from './sign-in-limits'

/** Who has signed in, and which of their sessions count: what a session's token holds. */
export interface SignedIn {
  personId: string
  sessionVersion: number
}

/**
 * E-mail and password, of any type whatever. There is one refusal for every cause, so that nobody learns
 * which e-mails are known, whose account is paused or who is disabled.
 */
export async function signIn(
  fields: unknown,
  { address }: { address: string },
): Promise<Result<SignedIn, 'wrong'>> {
  const input = signInInput.safeParse(fields)
  if (!input.success) return refuse('wrong')
  const { email, password } = input.data
  try {
    if (!(await mayGuess({ email, address }))) return refuse('wrong')
    const person = await db.person.findUnique({
      where: { email },
      select: { id: true, passwordHash: true, sessionVersion: true, disabledAt: true },
    })
    if (!(await passwordMatches(password, person?.passwordHash)) || !person || person.disabledAt)
      return refuse('wrong')
    await forgetGuesses({ email, address })
    return done({ personId: person.id, sessionVersion: person.sessionVersion })
  } catch (error) {
    if (error instanceof TooBusy) return refuse('wrong')
    throw error
  }
}
