import type { Document } from './document'
import { KeptDocuments } from './lru'
import type { Rank } from '../turns/types'

/** The documents that are kept. What anybody can ask for without end must not push the site's own pages out. */
export class DocumentMemory {
  private readonly limit: Record<Rank, number>
  private readonly stores: Record<Rank, KeptDocuments<Document>>

  /** How many bytes to keep; an eighth more of what strangers can ask for without end. `gone` is told of the former. */
  constructor(limit: number, gone?: (path: string, document: Document) => boolean) {
    this.limit = { known: limit, unknown: limit / 8 }
    this.stores = {
      known: new KeptDocuments(this.limit.known, gone),
      unknown: new KeptDocuments(this.limit.unknown),
    }
  }

  get(path: string, now: number): Document | undefined {
    return this.stores.known.get(path, now) ?? this.stores.unknown.get(path, now)
  }

  /** The path, if this very document is kept there among the site's own pages. */
  keyOf(path: string, document: Document) {
    return this.stores.known.keyOf(path, document)
  }

  expire(now: number) {
    this.stores.known.expire(now)
    this.stores.unknown.expire(now)
  }

  /** One that would push everything else out is not kept, but rendered each time. */
  set(rank: Rank, path: string, document: Document, until: number, tags: ReadonlySet<string>) {
    if (document.bytes <= this.limit[rank] / 4) this.stores[rank].set(path, document, until, tags)
  }

  grown(path: string, document: Document) {
    this.stores.known.grown(path, document)
    this.stores.unknown.grown(path, document)
  }

  empty() {
    this.stores.known.empty()
    this.stores.unknown.empty()
  }

  /** Forgets the documents whose tags say so, and returns them with the time until which each could be kept. */
  forget(touched: (tags: ReadonlySet<string>) => boolean) {
    return [...this.stores.known.forget(touched), ...this.stores.unknown.forget(touched)]
  }

  get size() {
    const [known, unknown] = [this.stores.known.size, this.stores.unknown.size]
    return { documents: known.documents + unknown.documents, bytes: known.bytes + unknown.bytes }
  }
}
