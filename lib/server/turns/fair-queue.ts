/** Work on what is known to be there goes before work that anybody can ask for without end (searches). */
export type Rank = 'known' | 'unknown'

/** Somebody who waits for a piece of work. */
export interface Waiter {
  /** Whose turn it uses: the `addressKey` of a client. */
  address: string
  rank: Rank
  /** Aborted when the client has left. */
  signal?: AbortSignal
  /** Waits no longer than this, where its line would let it: milliseconds. */
  patience?: number
}

export interface QueueLimits {
  /** How many run at a time, how many of them for one address, and how many of them unknown. */
  atATime: number | (() => number)
  ofAddress: number
  unknownAtATime: number
  waiting: Record<Rank, LineLimits>
}

interface LineLimits {
  /** How many may wait, how many of them for one address, and for how long: milliseconds. */
  most: number
  ofAddress: number
  longest: number
}

interface Place extends Waiter {
  job: QueuedWork<unknown>
  giveUp: () => void
}

/** The places of each address in the order in which they came; the address whose turn it is comes first. */
type Lines = Map<string, Set<Place>>

// So many known ones begin, at most, while an unknown one waits: who asks for known pages without end keeps nobody
// from searching.
const knownBeforeUnknown = 3

/**
 * Work in turn: the places are taken by addresses one after the other, however much each of them asks for; the known
 * before the unknown, which begins when nothing known runs or waits. Who waits is turned away when too many do, or
 * after a time, and a piece of work for which nobody waits any longer is not begun.
 */
export class FairQueue {
  private readonly waiting: Record<Rank, Lines> = { known: new Map(), unknown: new Map() }
  private readonly count = { known: 0, unknown: 0 }
  private readonly running = { known: 0, unknown: 0 }
  private readonly runningOf = new Map<string, number>()
  private passedOver = 0

  constructor(private readonly limits: QueueLimits) {}

  /** A piece of work that several may wait for; `dropped` hears when all of them have given up before it began. */
  job<Value>(work: () => Promise<Value>, dropped?: () => void): QueuedWork<Value> {
    return new QueuedWork(this, work, dropped)
  }

  /** The outcome of work for one; undefined when it was turned away, waited too long or has left. */
  run<Value>(waiter: Waiter, work: () => Promise<Value>): Promise<Value | undefined> {
    return this.job(work).wait(waiter)
  }

  /** Would something known have to wait now? */
  get isFull() {
    return this.running.known + this.running.unknown >= this.places || this.count.known > 0
  }

  /** Does something known run now? */
  get isAtWork() {
    return this.running.known > 0
  }

  get size() {
    return { running: this.running.known + this.running.unknown, ...this.count }
  }

  /** For jobs: takes a place in its line. Answers false when there is none. */
  enter(place: Place): boolean {
    const { rank, address } = place
    const [lines, limits] = [this.waiting[rank], this.limits.waiting[rank]]
    const places = lines.get(address) ?? new Set()
    if (places.size >= limits.ofAddress) return false
    if (this.count[rank] >= limits.most && !makeRoom(lines, places.size)) return false
    lines.set(address, places.add(place))
    this.count[rank] += 1
    return true
  }

  /** For jobs. */
  leave(place: Place) {
    const lines = this.waiting[place.rank]
    const places = lines.get(place.address)
    if (!places?.delete(place)) return
    this.count[place.rank] -= 1
    if (places.size === 0) lines.delete(place.address)
    if (this.count.unknown === 0) this.passedOver = 0
  }

  /** For jobs: begins what may begin. */
  next() {
    for (let place = this.chosen(); place; place = this.chosen()) this.begin(place)
  }

  longest(rank: Rank) {
    return this.limits.waiting[rank].longest
  }

  private get places() {
    const { atATime } = this.limits
    return typeof atATime === 'number' ? atATime : atATime()
  }

  private chosen(): Place | undefined {
    const { known, unknown } = this.running
    if (known + unknown >= this.places) return undefined
    const calm = known === 0 && this.count.known === 0
    const unknownMay = unknown < this.limits.unknownAtATime && (calm || this.passedOver >= knownBeforeUnknown)
    return (unknownMay ? this.first('unknown') : undefined) ?? this.first('known')
  }

  /** Whose turn it is: of those who have nothing running the one that waits longest, else who may have more. */
  private first(rank: Rank): Place | undefined {
    let more: Set<Place> | undefined
    for (const [address, places] of this.waiting[rank]) {
      const running = this.runningOf.get(address) ?? 0
      if (running === 0) return firstOf(places)
      if (running < this.limits.ofAddress) more ??= places
    }
    return more && firstOf(more)
  }

  private begin({ job, address, rank }: Place) {
    if (rank === 'unknown') this.passedOver = 0
    else if (this.count.unknown > 0) this.passedOver += 1
    this.running[rank] += 1
    this.runningOf.set(address, (this.runningOf.get(address) ?? 0) + 1)
    const over = () => {
      this.running[rank] -= 1
      const left = this.runningOf.get(address)! - 1
      if (left > 0) this.runningOf.set(address, left)
      else this.runningOf.delete(address)
      for (const lines of Object.values(this.waiting)) toTheEnd(lines, address)
      this.next()
    }
    job.begin().then(over, over)
  }
}

const firstOf = (places: Set<Place>) => places.values().next().value

function toTheEnd(lines: Lines, address: string) {
  const places = lines.get(address)
  if (places && lines.delete(address)) lines.set(address, places)
}

/** Of a full line, whoever has most places gives the last of them to somebody who has fewer. */
function makeRoom(lines: Lines, has: number): boolean {
  let most: Set<Place> | undefined
  for (const places of lines.values()) if (places.size > (most?.size ?? has + 1)) most = places
  if (!most) return false
  ;[...most].at(-1)!.giveUp()
  return true
}

/** A piece of work: it begins when it is the turn of any of those who wait for it. */
export class QueuedWork<Value> {
  private readonly places = new Map<Place, (outcome: Promise<Value> | undefined) => void>()
  private outcome: Promise<Value> | undefined

  /** To be made by a queue. */
  constructor(
    private readonly queue: FairQueue,
    private readonly work: () => Promise<Value>,
    private readonly dropped: () => void = () => {},
  ) {}

  get begun() {
    return this.outcome !== undefined
  }

  /** Its outcome; undefined when this one was turned away, waited too long or has left before it began. */
  wait({ address, rank, signal, patience = Infinity }: Waiter): Promise<Value | undefined> {
    if (this.outcome) return this.outcome
    return new Promise((resolve) => {
      const end = (outcome: Promise<Value> | undefined) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', giveUp)
        this.queue.leave(place)
        this.places.delete(place)
        resolve(outcome)
      }
      const giveUp = () => {
        end(undefined)
        if (this.places.size === 0) this.dropped()
      }
      const place: Place = { address, rank, job: this as QueuedWork<unknown>, giveUp }
      const timer = setTimeout(giveUp, Math.min(this.queue.longest(rank), patience))
      signal?.addEventListener('abort', giveUp)
      this.places.set(place, end)
      if (signal?.aborted || !this.queue.enter(place)) return giveUp()
      this.queue.next()
    })
  }

  /** For the queue, once. */
  begin(): Promise<Value> {
    const outcome = Promise.resolve().then(this.work)
    this.outcome = outcome
    for (const end of [...this.places.values()]) end(outcome)
    return outcome
  }
}
