import type { z } from 'zod'
import { db } from '@/lib/db/client'
import { addressKey } from '@/lib/kernel/address-key'
import { runtime } from '@/lib/kernel/env'
import { done, refuse } from '@/lib/kernel/result'
import { knownIn } from './browser-commands'
import { hearGuess, hearKnown, takeBack, type Hearing } from './guess-commands'
import { hashInTurn, TooBusy } from './in-turn'
import { passwordMatches } from './passwords'
import { signInInput } from '../schema'
import { dueTurn, newTurn, readTurn, waiting, type Turn } from './turns'

/** Who has signed in, and which of their sessions count: what a session's token holds. */
export interface SignedIn {
  personId: string
  sessionVersion: number
}

/** What is known of a request before anybody has said who they are. */
export interface Visitor {
  address: string
  /** The cookies of browsers in which somebody has signed in before, and of those that wait. */
  browser?: string
  turn?: string
}

/** `wait`: with the turn, after so many seconds. `full`: not in this hour, but by a link that is mailed. */
export type SignInOutcome =
  | { ok: true; value: SignedIn }
  | { ok: false; refusal: 'wrong' | 'full'; turn?: string }
  | { ok: false; refusal: 'wait'; seconds: number; turn: string }

/**
 * E-mail and password, of any type whatever. What is refused is refused in the same words, bytes and time whether
 * anybody has that address or not: nobody learns which are known, who is guessed at or who is disabled.
 */
export async function signIn(fields: unknown, visitor: Visitor, now = Date.now()): Promise<SignInOutcome> {
  const input = signInInput.safeParse(fields)
  if (!input.success) return refuse('wrong')
  const { secret } = runtime()
  const turn = readTurn(secret, visitor.turn, now)
  const outcome = await attempt(input.data, visitor, turn, now).catch((error: unknown) => {
    if (error instanceof TooBusy) return 'wait' as const
    throw error
  })
  if (typeof outcome === 'object') return done(outcome)
  if (outcome === 'wait') return { ok: false, refusal: 'wait', ...waiting(secret, turn, now) }
  return { ok: false, refusal: outcome, turn: newTurn(secret, now, turn?.visit) }
}

type Credentials = z.output<typeof signInInput>
type Attempt = SignedIn | 'wrong' | 'wait' | 'full'

/** In a browser that knows the owner, what strangers have tried does not stand against it. */
async function attempt(input: Credentials, visitor: Visitor, turn: Turn | undefined, now: number) {
  const known = await knownIn(visitor.browser, input.email)
  const own = known && (await hashInTurn('owner', () => tried(input, () => hearKnown(known.id, now))))
  if (own && own !== 'full') return own
  const { address } = visitor
  const due = dueTurn(turn, now)
  const lane = { network: addressKey(address), hasTurn: Boolean(due) }
  return hashInTurn(lane, () => tried(input, () => hearGuess(input.email, { address, turn: due, now })))
}

async function tried(input: Credentials, hear: () => Promise<Hearing>): Promise<Attempt> {
  const hearing = await hear()
  if (hearing.verdict !== 'heard') return hearing.verdict
  try {
    const person = await whoIs(input)
    if (person) await takeBack(hearing.id)
    return person ?? 'wrong'
  } catch (error) {
    await takeBack(hearing.id)
    throw error
  }
}

async function whoIs({ email, password }: Credentials): Promise<SignedIn | undefined> {
  const person = await db.person.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionVersion: true, disabledAt: true },
  })
  const matches = await passwordMatches(password, person?.passwordHash)
  if (!matches || !person || person.disabledAt) return undefined
  return { personId: person.id, sessionVersion: person.sessionVersion }
}
