const AT_ONCE = 2
const WAITING_AT_MOST = 20

let running = 0
const waiting: (() => void)[] = []

/** More people sign in at this moment than we are willing to count hashes for. */
export class TooBusy extends Error {}

/** Hashing is heavy by intention: two at once and twenty in the queue, so that readers never feel it. */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_AT_MOST) throw new TooBusy('too many sign-ins at once')
    await new Promise<void>((go) => waiting.push(go)) // whoever finishes hands its place on
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
