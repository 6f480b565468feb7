import { createHmac, timingSafeEqual } from 'node:crypto'
import { newId, uuidIn } from '@/lib/kernel/ids'

/** How many attempts of the last hour stand against a new one. */
export interface Counted {
  /** At the same account. */
  all: number
  /** At the same account, from the same client (an IPv6 /64 is one) and from its surroundings (/48, /24). */
  network: number
  neighbourhood: number
  /** In the same visit, each after a wait. */
  visit: number
  /** From the same client at every account. */
  elsewhere: number
}

export interface Limits {
  /** As many need no wait; and as many from one client, whatever account they are at. */
  free: number
  freeElsewhere: number
  /** The most in an hour, and the shares of it that one part of the network, one client and one visit can have. */
  all: number
  neighbourhood: number
  network: number
  visit: number
  /** The most from one client, whatever account they are at. */
  elsewhere: number
}

/**
 * Wrong passwords in any hour, from browsers in which nobody of the account has signed in before (decision 018). With
 * what a stranger can get out of one machine, most of them are left for others: the owner on a new phone among them.
 */
export const guessLimits: Limits = {
  free: 5,
  freeElsewhere: 20,
  all: 24,
  neighbourhood: 16,
  network: 10,
  visit: 3,
  elsewhere: 100,
}

/** Questions for a link to set a new password, from one part of the network in any hour; how many are mailed is limited for each person. */
export const askLimits: Limits = {
  free: 5,
  freeElsewhere: 5,
  all: 60,
  neighbourhood: 60,
  network: 20,
  visit: 3,
  elsewhere: 20,
}

/** Wrong passwords in any hour in a browser that knows its owner. */
export const MOST_IN_KNOWN_BROWSER = 10

/** `wait`: come again with a turn. `full`: no more in this hour. */
export type GuessVerdict = 'heard' | 'wait' | 'full'

export function verdictOn(counted: Counted, limits: Limits, { hasTurn }: { hasTurn: boolean }): GuessVerdict {
  const shares = ['all', 'neighbourhood', 'network', 'visit', 'elsewhere'] as const
  if (shares.some((share) => counted[share] >= limits[share])) return 'full'
  const isFree = counted.all < limits.free && counted.elsewhere < limits.freeElsewhere
  return isFree || hasTurn ? 'heard' : 'wait'
}

/** So long who has no turn waits for one, and so long it can be used then. */
const TURN_WAIT_SECONDS = 5
const TURN_LIFE_SECONDS = 10 * 60
export const TURN_COOKIE_SECONDS = TURN_WAIT_SECONDS + TURN_LIFE_SECONDS

/** Leave to be heard once, after a wait. One visit gets one after the other. */
export interface Turn {
  id: string
  visit: string
  /** Milliseconds, as all times here. */
  from: number
  cookie: string
}

/** A turn for somebody who has just been answered, in the form of a cookie. */
export function newTurn(secret: string, now: number, visit = newId()): string {
  return signed(secret, `${newId()}.${visit}.${now + TURN_WAIT_SECONDS * 1_000}`)
}

/** The turn that a browser has brought, whether its time has come or not; nothing when it is not ours or is over. */
export function readTurn(secret: string, cookie: string | undefined, now: number): Turn | undefined {
  const [id, visit, from] = unsigned(secret, cookie)?.split('.') ?? []
  const time = Number(from)
  if (!uuidIn(id) || !uuidIn(visit) || !(now < time + TURN_LIFE_SECONDS * 1_000)) return undefined
  return { id: id!, visit: visit!, from: time, cookie: cookie! }
}

/** One whose time has come. */
export const dueTurn = (turn: Turn | undefined, now: number) => (turn && turn.from <= now ? turn : undefined)

/** For how long somebody waits who is not heard yet, and what they bring then: a turn that was given too early counts on. */
export function waiting(
  secret: string,
  turn: Turn | undefined,
  now: number,
): { seconds: number; turn: string } {
  if (turn && turn.from > now) return { seconds: Math.ceil((turn.from - now) / 1_000), turn: turn.cookie }
  return { seconds: TURN_WAIT_SECONDS, turn: newTurn(secret, now, turn?.visit) }
}

const signed = (secret: string, text: string) => `${text}.${seal(secret, text)}`

function unsigned(secret: string, given: string | undefined): string | undefined {
  const [, text, mark] = /^([\w.-]{1,200})\.([\w-]{22})$/.exec(given ?? '') ?? []
  if (!text || !mark) return undefined
  return timingSafeEqual(Buffer.from(mark), Buffer.from(seal(secret, text))) ? text : undefined
}

const seal = (secret: string, text: string) =>
  createHmac('sha256', secret).update(`chapterhouse turn\0${text}`).digest('base64url').slice(0, 22)
