import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/db/client'
import { addressKey } from '@/lib/kernel/address-key'

const minute = 60
const day = 24 * 60 * minute
const FREE_GUESSES = 5
const LONGEST_PAUSE = 15 * minute

/** May this guess be looked at? Every guess is counted before its hash is, so a burst gains nothing. */
export async function mayGuess({ email, address }: Attempt): Promise<boolean> {
  const { fromAddress, free, slot, granted } = limiters()
  if (!(await taken(fromAddress, addressKey(address)))) return false
  const account = accountKey(email)
  if (await taken(free, account)) return true

  // After five, one guess at a time: whoever takes the slot makes the next pause twice as long, up to a limit.
  const before = (await granted.get(account))?.consumedPoints ?? 0
  const pause = Math.min(minute * 2 ** Math.min(before, 10), LONGEST_PAUSE)
  if (!(await taken(slot, account, pause))) return false
  await granted.penalty(account)
  return true
}

/** The owner has signed in: nothing is held against the account, nor this guess against the address. */
export async function forgetGuesses({ email, address }: Attempt) {
  await forgetAccount(email)
  await limiters().fromAddress.reward(addressKey(address))
}

/** A new password begins with no guesses against it. */
export async function forgetAccount(email: string) {
  const { free, slot, granted } = limiters()
  await Promise.all([free, slot, granted].map((limiter) => limiter.delete(accountKey(email))))
}

export interface Attempt {
  email: string
  address: string
}

async function taken(limiter: RateLimiterPostgres, key: string, customDuration?: number): Promise<boolean> {
  try {
    await limiter.consume(key, 1, customDuration ? { customDuration } : {})
    return true
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false
    throw refused // the database, not the limit
  }
}

// An address is hashed so that the counters' table holds no list of names.
const accountKey = (email: string) => createHash('sha256').update(email).digest('base64url')

let made: { for: object; limiters: ReturnType<typeof makeLimiters> } | undefined
function limiters() {
  const here = pool()
  if (made?.for !== here) made = { for: here, limiters: makeLimiters() }
  return made.limiters
}

function makeLimiters() {
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      ...{ storeClient: pool(), storeType: 'pool', tableName: 'rate_limit', tableCreated: true },
      ...{ keyPrefix, points, duration },
    })
  return {
    fromAddress: limiter('sign-in address', 25, 5 * minute),
    free: limiter('sign-in account', FREE_GUESSES, day),
    slot: limiter('sign-in slot', 1, LONGEST_PAUSE),
    granted: limiter('sign-in granted', 1_000_000, day),
  }
}
