import type { Document } from './document'

// How long the last document of a page may be handed out while the new one waits for its turn. With the way of the
// announcement and the rendering itself it stays within the two seconds in which a change is to be seen.
const lastDocumentLife = 1_000

/** What was forgotten a moment ago, with the time until which it may be handed out. */
export class LastDocuments {
  private readonly last = new Map<string, { document: Document; until: number }>()
  private timer: NodeJS.Timeout | undefined

  get(path: string, now: number): Document | undefined {
    const last = this.last.get(path)
    return last && last.until > now ? last.document : undefined
  }

  /** Keeps pages that have just been forgotten. */
  add(forgotten: { key: string; document: Document; until: number }[], now: number) {
    for (const { key, document, until } of forgotten)
      if (document.status === 200)
        this.last.set(key, { document, until: Math.min(until, now + lastDocumentLife) })
    // They are no use after it, though nothing may change for hours.
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.last.clear(), lastDocumentLife).unref()
  }

  /** Lets go of those whose time is over. */
  expire(now: number) {
    for (const [path, { until }] of this.last) if (until <= now) this.last.delete(path)
  }

  delete(path: string) {
    this.last.delete(path)
  }

  empty() {
    this.last.clear()
  }
}
