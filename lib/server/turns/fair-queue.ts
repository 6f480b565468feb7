import { firstOf, makeRoom, toTheEnd, type Lines } from './lines'
import { QueuedWork } from './queued-work'
import type { Place, QueueLimits, Rank, Waiter, WorkQueue } from './types'

// So many known ones begin, at most, while an unknown one waits: who asks for known pages without end keeps nobody
// from searching.
const knownBeforeUnknown = 3

/**
 * Work in turn: the places are taken by addresses one after the other, however much each of them asks for; the known
 * before the unknown, which begins when nothing known runs or waits. Who waits is turned away when too many do, or
 * after a time, and a piece of work for which nobody waits any longer is not begun.
 */
export class FairQueue implements WorkQueue {
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

  leave(place: Place) {
    const lines = this.waiting[place.rank]
    const places = lines.get(place.address)
    if (!places?.delete(place)) return
    this.count[place.rank] -= 1
    if (places.size === 0) lines.delete(place.address)
    if (this.count.unknown === 0) this.passedOver = 0
  }

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
