import { createHmac, randomBytes } from 'node:crypto'
import { countable, type Searched } from '@/lib/chapters/counts/countable-search'
import type { Locale } from '@/lib/i18n/locales'
import { addressKey } from '@/lib/kernel/address-key'
import { log } from '@/lib/kernel/log'
import { knownRobots } from './read-counter'

const pause = 30_000
const week = 7 * 86_400_000
/** Words of fewer readers than these are known to nobody: they leave this memory neither for the database nor for a page. */
export const fewest = 3
const limits = { words: 20_000, searches: 200_000, perReader: 30 }

/**
 * Counts what is searched for: one for each reader, words and week, however often they search. Who searches is
 * known only as a seal made with a key that lives in this memory for a week. Words are stored once several readers
 * have searched for them, and then only how many did.
 */
export class SearchCounter {
  private week = 0
  private key = randomBytes(32)
  private readonly seen = new Set<string>()
  private readonly searchesOf = new Map<string, number>()
  /** How many readers searched for it, and how many of them have been stored. */
  private readonly words = new Map<string, Searched & { stored: number }>()

  constructor(
    private readonly store: (searched: readonly Searched[]) => Promise<void>,
    private readonly now: () => number = Date.now,
  ) {}

  note(address: string, userAgent: string, locale: Locale, q: string) {
    const words = knownRobots.test(userAgent) ? undefined : countable(q)
    if (!words) return
    this.beginWeek()
    const reader = this.seal(addressKey(address))
    const search = this.seal(`${reader} ${locale} ${words}`)
    const before = this.searchesOf.get(reader) ?? 0
    if (before >= limits.perReader || this.seen.size >= limits.searches || this.seen.has(search)) return
    const known = this.words.get(`${locale} ${words}`)
    if (!known && this.words.size >= limits.words) return
    this.seen.add(search)
    this.searchesOf.set(reader, before + 1)
    if (known) known.searches++
    else this.words.set(`${locale} ${words}`, { locale, words, searches: 1, stored: 0 })
  }

  /** Stores what has not been stored of what enough readers searched for. */
  async flush() {
    const due = [...this.words.values()].filter(
      ({ searches, stored }) => searches >= fewest && searches > stored,
    )
    if (due.length === 0) return
    const fresh = due.map(({ locale, words, searches, stored }) => ({
      locale,
      words,
      searches: searches - stored,
    }))
    due.forEach((one) => (one.stored = one.searches))
    try {
      await this.store(fresh)
    } catch (error) {
      log.warn({ fault: (error as Error).name }, 'searches could not be counted')
      due.forEach((one, place) => (one.stored -= fresh[place]!.searches))
    }
  }

  /** Stores every half minute; answers how to stop, with what is left stored. */
  start() {
    const timer = setInterval(() => void this.flush(), pause).unref()
    return async () => {
      clearInterval(timer)
      await this.flush()
    }
  }

  private beginWeek() {
    const now = Math.floor(this.now() / week)
    if (now === this.week) return
    this.week = now
    this.key = randomBytes(32)
    this.seen.clear()
    this.searchesOf.clear()
    this.words.clear()
  }

  private seal(text: string) {
    return createHmac('sha256', this.key).update(text).digest('base64url').slice(0, 16)
  }
}
