/**
 * How many times the work grows when its input grows sixteen times: about 16 when it is linear, 256 when it is
 * quadratic. Between them is room for what a busy machine and its caches make of it; the cost is counted in this
 * thread's own processor time, the least of several tries. A figure that is too high is measured anew: collecting
 * garbage on a busy machine can make it so by chance, but no chance makes quadratic work linear.
 */
export function growth(work: (size: number) => void, size: number): number {
  work(size) // first the code is compiled
  let least = Infinity
  for (let round = 0; round < rounds && least >= linear; round++)
    least = Math.min(least, cost(() => work(size)) / cost(() => work(size / 16)))
  return least
}

/** More than this is not linear any more. */
export const linear = 64

const rounds = 3

const tries = 3
// The clock of a thread ticks every few milliseconds.
const leastMicroseconds = 40_000

/** Microseconds of one piece of work: as often as it takes to be measured, and the least of the tries. */
function cost(work: () => void): number {
  let found = Infinity
  for (let times = 1, tried = 0; tried < tries;) {
    const before = process.threadCpuUsage()
    for (let n = 0; n < times; n++) work()
    const { user, system } = process.threadCpuUsage(before)
    if (user + system < leastMicroseconds) times *= 2
    else {
      found = Math.min(found, (user + system) / times)
      tried += 1
    }
  }
  return found
}
