interface Entry<Document> {
  key: string
  document: Document
  until: number
  bytes: number
  tags: ReadonlySet<string>
}

/**
 * Documents in memory, least recently used out first, bounded in bytes. `gone` is told of each that goes; if it says that
 * others gave the document out too, nobody knows when it was used last, and it is taken for just used, once.
 */
export class KeptDocuments<Document extends { bytes: number }> {
  private readonly kept = new Map<string, Entry<Document>>()
  private bytes = 0

  constructor(
    private readonly limit: number,
    private readonly gone: (key: string, document: Document) => boolean = () => false,
  ) {}

  get(key: string, now: number): Document | undefined {
    const entry = this.kept.get(key)
    if (!entry) return undefined
    if (entry.until <= now) {
      this.drop(entry)
      return undefined
    }
    this.kept.delete(key)
    // Under its own key: the one that was asked for may be a part of a packet, which would be held with it.
    this.kept.set(entry.key, entry)
    return entry.document
  }

  /** Keeps a document until the given time (milliseconds). */
  set(key: string, document: Document, until: number, tags: ReadonlySet<string>) {
    const old = this.kept.get(key)
    if (old) this.drop(old)
    this.kept.set(key, { key, document, until, bytes: document.bytes, tags })
    this.bytes += document.bytes
    this.shrink()
  }

  /** A document has grown, by a compressed form of itself. */
  grown(key: string, document: Document) {
    const entry = this.kept.get(key)
    if (entry?.document !== document) return
    this.bytes += document.bytes - entry.bytes
    entry.bytes = document.bytes
    this.shrink()
  }

  /** Under which key this very document is kept: a text of its own, where the one given may be a part of a packet. */
  keyOf(key: string, document: Document): string | undefined {
    const entry = this.kept.get(key)
    return entry?.document === document ? entry.key : undefined
  }

  /** Forgets those whose time is over. */
  expire(now: number) {
    for (const entry of this.kept.values()) if (entry.until <= now) this.drop(entry)
  }

  /** Forgets all, and tells nobody. */
  empty() {
    this.kept.clear()
    this.bytes = 0
  }

  /** Forgets the documents whose tags say so, and returns them with the time until which each could be kept. */
  forget(touches: (tags: ReadonlySet<string>) => boolean) {
    const touched = [...this.kept].filter(([, { tags }]) => touches(tags))
    for (const [, entry] of touched) this.drop(entry)
    return touched.map(([key, { document, until }]) => ({ key, document, until }))
  }

  get size() {
    return { documents: this.kept.size, bytes: this.bytes }
  }

  private shrink() {
    for (const [key, entry] of this.kept) {
      if (this.bytes <= this.limit) return
      this.kept.delete(key)
      if (this.gone(key, entry.document)) this.kept.set(key, entry)
      else this.bytes -= entry.bytes
    }
  }

  private drop({ key, document, bytes }: Entry<Document>) {
    this.kept.delete(key)
    this.bytes -= bytes
    this.gone(key, document)
  }
}
