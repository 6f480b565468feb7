// Addresses that the gate has just refused, and until when: while they wait, asking again costs no database. Only
// what the database has said is kept here, so every process comes to the same answer by itself.
const refusals = new Map<string, { until: number; looks: Map<string, Promise<unknown>> }>()
const most = 20_000
// What comes from an address that waits may be here already, and then that is the answer: so many are looked up.
const mostLooks = 6

/** Seconds for which this address is refused anyway; 0: ask. */
export function refusedFor(address: string, now: number): number {
  const until = refusals.get(address)?.until
  if (until === undefined) return 0
  if (until > now) return Math.ceil((until - now) / 1_000)
  refusals.delete(address)
  return 0
}

export function noteRefusal(address: string, seconds: number, now: number) {
  refusals.delete(address) // to the end of the line: the oldest make room
  refusals.set(address, { until: now + seconds * 1_000, looks: new Map() })
  if (refusals.size > most) refusals.delete(refusals.keys().next().value!)
}

/**
 * Looks up what comes from an address that waits: each thing once, however often it comes, and only a few things.
 * Nothing, where these have been looked up.
 */
export function lookWhileRefused<Answer>(
  address: string,
  what: string,
  look: () => Promise<Answer>,
): Promise<Answer> | undefined {
  const looks = refusals.get(address)?.looks
  if (!looks) return look()
  if (!looks.has(what)) {
    if (looks.size >= mostLooks) return undefined
    const looking = look()
    looks.set(what, looking)
    looking.catch(() => looks.delete(what)) // it was not seen
  }
  return looks.get(what) as Promise<Answer>
}

export const forgetRefusals = () => refusals.clear()
