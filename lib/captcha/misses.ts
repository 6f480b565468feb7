/** How many wrong answers a challenge is good for. */
export const mostMisses = 3

// By challenge, and by address. Kept in this process alone, so that a flood of wrong answers writes nothing; the
// challenge that is used up by them is written down, once, and is used up everywhere.
const byChallenge = new Map<string, { count: number; until: number }>()
const byAddress = new Map<string, { count: number; until: number }>()
const mostKept = 20_000
const challengeLife = 30 * 60_000

/** As many wrong answers as nobody gives by mistake, in so long a time. */
const mostOfAddress = 30
const addressLife = 10 * 60_000

/** Counts a wrong answer to a challenge; answers the how manieth it is. */
export const noteMiss = (nonce: string, now: number) => count(byChallenge, nonce, now, challengeLife)

/** Has a challenge been answered wrongly too often? */
export const isSpent = (nonce: string, now: number) => counted(byChallenge, nonce, now) >= mostMisses

/** Counts a wrong answer from an address; answers the seconds for which it has to wait now, if it has to. */
export function noteGuess(address: string, now: number): number {
  return count(byAddress, address, now, addressLife) < mostOfAddress
    ? 0
    : Math.ceil((byAddress.get(address)!.until - now) / 1_000)
}

type Counts = typeof byChallenge

const counted = (counts: Counts, key: string, now: number) => {
  const kept = counts.get(key)
  return kept && kept.until > now ? kept.count : 0
}

function count(counts: Counts, key: string, now: number, life: number) {
  const before = counted(counts, key, now)
  const until = before > 0 ? counts.get(key)!.until : now + life
  counts.delete(key) // to the end of the line: the oldest make room
  counts.set(key, { count: before + 1, until })
  if (counts.size > mostKept) counts.delete(counts.keys().next().value!)
  return before + 1
}

export function forgetMisses() {
  byChallenge.clear()
  byAddress.clear()
}
