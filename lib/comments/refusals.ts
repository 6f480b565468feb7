// Addresses that the gate has just refused, and until when: while they wait, asking again costs no database. Only
// what the database has said is kept here, so every process comes to the same answer by itself.
const until = new Map<string, number>()
const most = 20_000

/** Seconds for which this address is refused anyway; 0: ask. */
export function refusedFor(address: string, now: number): number {
  const end = until.get(address)
  if (end === undefined) return 0
  if (end > now) return Math.ceil((end - now) / 1_000)
  until.delete(address)
  return 0
}

export function noteRefusal(address: string, seconds: number, now: number) {
  until.delete(address) // to the end of the line: the oldest make room
  until.set(address, now + seconds * 1_000)
  if (until.size > most) until.delete(until.keys().next().value!)
}

export const forgetRefusals = () => until.clear()
