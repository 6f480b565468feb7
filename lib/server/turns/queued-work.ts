import type { Place, Waiter, WorkQueue } from './types'

/** A piece of work: it begins when it is the turn of any of those who wait for it. */
export class QueuedWork<Value> {
  private readonly places = new Map<Place, (outcome: Promise<Value> | undefined) => void>()
  private outcome: Promise<Value> | undefined

  /** To be made by a queue. */
  constructor(
    private readonly queue: WorkQueue,
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
      const place: Place = { address, rank, job: this, giveUp }
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
