/**
 * How many times the work grows when its input grows twice: about 2 when it is linear, 4 when it is quadratic. The cost
 * is counted in this thread's own processor time, the least of several tries.
 *
 * Linear work has a step where its objects no longer fit into a cache or a page of the heap (ten times dearer, on a busy
 * machine); quadratic work is steep all the way. So where sixteen times the input is much dearer, each doubling on the
 * way is looked at, and the second mildest of the four tells; of several such rounds the mildest, for what else the
 * machine does falls into one of them.
 */
export function growth(work: (size: number) => void, size: number): number {
  work(size) // first the code is compiled
  let least = Infinity
  for (let round = 0; round < rounds && least >= linear; round++)
    least = Math.min(
      least,
      growthOf((part) => cost(() => work(size / part))),
    )
  return least
}

function growthOf(costOf: (part: number) => number): number {
  const [smallest, whole] = [costOf(16), costOf(1)]
  const ofEach = (whole / smallest) ** (1 / 4)
  if (ofEach < surelyLinear) return ofEach
  const costs = [smallest, costOf(8), costOf(4), costOf(2), whole]
  const doublings = costs.slice(1).map((more, place) => more / costs[place]!)
  return doublings.sort((one, other) => one - other)[1]!
}

const rounds = 3

/** More than this is not linear any more. */
export const linear = 3

const surelyLinear = 2.8

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
