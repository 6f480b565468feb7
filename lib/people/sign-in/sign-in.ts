import type { z } from 'zod'
import { networkOf, record } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { addressKey } from '@/lib/kernel/address-key'
import { runtime } from '@/lib/kernel/env'
import { done, refuse } from '@/lib/kernel/result'
import { knownIn } from './browser-commands'
import { hearGuess, hearKnown, takeBack, type Hearing } from './guess-commands'
import { afterFirstStep, type SecondStep } from '../second-factor/step-commands'
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
  /** Somebody who is in already shows that they know their password. */
  isProof?: boolean
}

/**
 * `second-step`: the password is right, and not all that is asked. `wait`: with the turn, after so many seconds. `full`:
 * not in this hour, but by a link that is mailed. `off`: no password is a way in.
 */
export type SignInOutcome = FirstStep | SecondStep | { ok: false; refusal: 'off'; turn?: undefined }

/** What came of a password. */
type FirstStep =
  | { ok: true; value: SignedIn }
  | { ok: false; refusal: 'wrong' | 'full'; turn?: string }
  | { ok: false; refusal: 'wait'; seconds: number; turn: string }

/**
 * E-mail and password, of any type whatever. What is refused is refused in the same words, bytes and time whether
 * anybody has that address or not: nobody learns which are known, who is guessed at or who is disabled.
 */
export async function signIn(fields: unknown, visitor: Visitor, now = Date.now()): Promise<SignInOutcome> {
  if (runtime().isWithoutPasswords) return refuse('off')
  const outcome = await tryPassword(fields, visitor, now)
  return outcome.ok ? afterFirstStep(outcome.value, now) : outcome
}

/** The password alone, in the same limits. */
export async function tryPassword(fields: unknown, visitor: Visitor, now: number): Promise<FirstStep> {
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
  const place = { from: networkOf(visitor.address), isProof: visitor.isProof === true }
  const known = await knownIn(visitor.browser, input.email)
  const own = known && (await hashInTurn('owner', () => tried(input, place, () => hearKnown(known.id, now))))
  if (own && own !== 'full') return own
  const { address } = visitor
  const due = dueTurn(turn, now)
  const lane = { network: addressKey(address), hasTurn: Boolean(due) }
  return hashInTurn(lane, () =>
    tried(input, place, () => hearGuess(input.email, { address, turn: due, now })),
  )
}

async function tried(
  input: Credentials,
  { from, isProof }: { from: string | undefined; isProof: boolean },
  hear: () => Promise<Hearing>,
): Promise<Attempt> {
  const hearing = await hear()
  if (hearing.verdict !== 'heard') return hearing.verdict
  try {
    const { about, person } = await whoIs(input)
    if (person) await takeBack(hearing.id)
    // One entry in either case, of the same size: how long it takes says nothing of who is known.
    const refused = isProof ? 'proof-refused' : 'sign-in-refused'
    const kind = person ? 'signed-in' : refused
    // Whoever is in and shows it once more does not sign in: what they do with it leaves the entry.
    if (!isProof || !person)
      await record(db, { via: 'sign-in', personId: person?.personId, from }, { kind, about })
    return person ?? 'wrong'
  } catch (error) {
    await takeBack(hearing.id)
    throw error
  }
}

/** Who has this address, and whether it is they. */
async function whoIs({ email, password }: Credentials): Promise<{ about?: string; person?: SignedIn }> {
  const person = await db.person.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionVersion: true, disabledAt: true },
  })
  const matches = await passwordMatches(password, person?.passwordHash)
  if (!matches || !person || person.disabledAt) return { about: person?.id }
  return { about: person.id, person: { personId: person.id, sessionVersion: person.sessionVersion } }
}
