import { everything } from '@/lib/kernel/page-tags'
import { FairQueue } from './fair-queue'
import type { QueuedWork } from './queued-work'
import type { QueueLimits, Waiter } from './types'

interface Fact {
  value: Value
  tag: string
  until: number
}

type Value = object | number | boolean

/**
 * What addresses are judged by is asked for in turn too. An answer takes a millisecond: few at a time leave the
 * connections to the database, and the processor, to the pages that are rendered. While one is, one at a time.
 */
const lookupLimits = (isRendering: () => boolean): QueueLimits => ({
  atATime: () => (isRendering() ? 1 : 3),
  ofAddress: 2,
  unknownAtATime: 1,
  waiting: {
    known: { most: 1_000, ofAddress: 200, longest: 3_000 },
    unknown: { most: 100, ofAddress: 10, longest: 1_000 },
  },
})

// Strangers can ask for any number; which of them are kept costs nobody anything.
const mostKept = 5_000
const lives = { heard: 3_600_000, unheard: 500, none: 0 }

/** Small facts from the database, in a fair queue, kept until the bus says that they may have changed. */
export class Lookups {
  private readonly facts = new Map<string, Fact>()
  private readonly asking = new Map<string, QueuedWork<Value>>()
  private readonly queue: FairQueue
  keep: keyof typeof lives = 'none'

  constructor(
    isRendering: () => boolean = () => false,
    private readonly now: () => number = Date.now,
  ) {
    this.queue = new FairQueue(lookupLimits(isRendering))
  }

  /** The fact of this key; undefined when too many wait. One that was read before a change is not given after it. */
  async get<Kind extends Value>(
    key: string,
    tag: string,
    waiter: Waiter,
    read: () => Promise<Kind>,
  ): Promise<Kind | undefined> {
    const known = this.facts.get(key)
    if (known && known.until > this.now()) return known.value as Kind
    const asking = this.asking.get(key) ?? this.ask(key, tag, read)
    return asking.wait(waiter) as Promise<Kind | undefined>
  }

  /** Asks for what is not kept. */
  run<Outcome>(waiter: Waiter, work: () => Promise<Outcome>): Promise<Outcome | undefined> {
    return this.queue.run(waiter, work)
  }

  changed(tags: readonly string[]) {
    const all = tags.includes(everything)
    for (const [key, { tag }] of this.facts) if (all || tags.includes(tag)) this.facts.delete(key)
    // What has begun may have read what was before; who asks from now on asks anew.
    for (const [key, job] of this.asking) if (job.begun) this.asking.delete(key)
  }

  get size() {
    return { facts: this.facts.size, waiting: this.queue.size }
  }

  private ask(key: string, tag: string, read: () => Promise<Value>): QueuedWork<Value> {
    const isCurrent = () => this.asking.get(key) === job
    const end = () => void (isCurrent() && this.asking.delete(key))
    const job = this.queue.job(async () => {
      try {
        const value = await read()
        if (isCurrent()) this.note(key, { value, tag, until: this.now() + lives[this.keep] })
        return value
      } finally {
        end()
      }
    }, end)
    this.asking.set(key, job)
    return job
  }

  private note(key: string, fact: Fact) {
    this.facts.delete(key) // to the end of the line: the oldest make room
    this.facts.set(key, fact)
    if (this.facts.size > mostKept) this.facts.delete(this.facts.keys().next().value!)
  }
}
