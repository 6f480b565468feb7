import { createHmac, randomBytes } from 'node:crypto'
import { addressKey } from '@/lib/kernel/address-key'
import { log } from '@/lib/kernel/log'

const pause = 10_000
const limits = { readersAndChapters: 200_000, perReader: 100 }
/** Who says to be no person, by the name of its browser. */
export const knownRobots =
  /bot\b|bot[/;]|crawl|spider|slurp|preview|lighthouse|headless|monitor|scan|curl|wget|python|java\/|go-http|^$/i

/**
 * Counts readings: one for each reader, chapter and day, however often it is told. Who reads is known only as a
 * seal made with a key that lives in this memory for a day; numbers alone are stored, some seconds' worth at a time.
 */
export class ReadCounter {
  private day = 0
  private key = randomBytes(32)
  private readonly seen = new Set<string>()
  private readonly readers = new Map<string, number>()
  private counts = new Map<string, number>()

  constructor(
    private readonly store: (counts: ReadonlyMap<string, number>) => Promise<void>,
    private readonly now: () => number = Date.now,
  ) {}

  note(address: string, userAgent: string, edition: string) {
    if (knownRobots.test(userAgent)) return
    this.beginDay()
    const reader = this.seal(addressKey(address))
    const reading = this.seal(`${reader} ${edition}`)
    const before = this.readers.get(reader) ?? 0
    const full = this.seen.size >= limits.readersAndChapters || before >= limits.perReader
    if (full || this.seen.has(reading)) return
    this.seen.add(reading)
    this.readers.set(reader, before + 1)
    this.counts.set(edition, (this.counts.get(edition) ?? 0) + 1)
  }

  /** Stores what was counted since the last time; keeps it for the next time when the database does not answer. */
  async flush() {
    if (this.counts.size === 0) return
    const counts = this.counts
    this.counts = new Map()
    try {
      await this.store(counts)
    } catch (error) {
      log.warn({ err: error }, 'readings could not be stored')
      for (const [edition, count] of counts) this.counts.set(edition, (this.counts.get(edition) ?? 0) + count)
    }
  }

  /** Stores every few seconds; answers how to stop, with what is left stored. */
  start() {
    const timer = setInterval(() => void this.flush(), pause).unref()
    return async () => {
      clearInterval(timer)
      await this.flush()
    }
  }

  private beginDay() {
    const today = Math.floor(this.now() / 86_400_000)
    if (today === this.day) return
    this.day = today
    this.key = randomBytes(32)
    this.seen.clear()
    this.readers.clear()
  }

  private seal(text: string) {
    return createHmac('sha256', this.key).update(text).digest('base64url').slice(0, 16)
  }
}
