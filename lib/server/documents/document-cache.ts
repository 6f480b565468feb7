import { everything } from '@/lib/kernel/page-tags'
import { Document, htmlType } from './document'
import { DocumentMemory } from './document-memory'
import { LastDocuments } from './last-documents'
import { busy, renderLimits } from './render-limits'
import type { DocumentCacheOptions, RenderedPage } from './rendered-page'
import { formOn, toDocument } from './to-document'
import { FairQueue } from '../turns/fair-queue'
import type { QueuedWork } from '../turns/queued-work'
import type { Rank, Waiter } from '../turns/types'

interface Rendering {
  document: QueuedWork<Document>
  /** Next may be asked for this path again. */
  over: Promise<void>
  done: boolean
  /** How many have asked for it. */
  waiting: number
  /** The tags that have changed since it began. */
  changes: Set<string>
}

// A page that was not there may be written any moment, and strangers can ask for any number of them.
const missingPageLife = 10_000

// A page for which so many wait at once is being read by a crowd: the next of them is given it as it was.
const enoughWaiting = 3

/** How long a page is kept: while changes are heard; while they are not; while pages are being developed. */
export const lives = { heard: 3_600_000, unheard: 500, none: 0 }

/**
 * Keeps reading pages as finished documents. Each path is rendered once however many ask at the same time, in a queue
 * that is fair between addresses;
 * `changed` forgets those that were made of what has changed. A rendering that began before a change is not given
 * to those who ask after it, and is kept only if the change does not touch it. When one change touches so many pages
 * that renderings wait for each other, or a page for which several wait already, readers are given the page as it was
 * for up to a second instead of waiting too.
 * While the bus cannot be heard, `keep` is 'unheard': a page is shared by those who ask within half a second, so that
 * a slow database is not asked for every reader.
 */
export class DocumentCache {
  private readonly memory: DocumentMemory
  // At most one for each path: whoever asks Next for a path that it is rendering is given that very rendering.
  private readonly rendering = new Map<string, Rendering>()
  private readonly last = new LastDocuments()
  private readonly outdated = new WeakSet<Document>()
  private readonly now: () => number
  private readonly queue: FairQueue
  keep: keyof typeof lives = 'none'

  constructor(private readonly options: DocumentCacheOptions) {
    this.memory = new DocumentMemory(options.limit ?? 64 * 1024 * 1024, (path, document) => {
      document.offered = 0
      return options.keeper?.gone(path) ?? false
    })
    this.now = options.now ?? Date.now
    this.queue = options.queue ?? new FairQueue(renderLimits)
  }

  /** Forgets every page. */
  empty() {
    this.changed([everything])
  }

  /** Forgets the pages that have one of these tags, and those that have none; all of them, if everything may have. */
  changed(tags: readonly string[]) {
    const now = this.now()
    this.last.expire(now)
    // When everything may have changed, it may have done so a while ago: nothing was heard in between.
    if (tags.includes(everything)) {
      this.memory.empty()
      this.last.empty()
      this.options.keeper?.emptied(this.keep === 'heard')
    } else {
      const forgotten = this.memory.forget((made) => touches(tags, made))
      forgotten.forEach(({ document }) => this.outdated.add(document))
      this.last.add(forgotten, now)
    }
    for (const { document, changes } of this.rendering.values())
      if (document.begun) tags.forEach((tag) => changes.add(tag))
  }

  /** The document of a path, or undefined when it is not in memory. */
  inMemory(path: string): Document | undefined {
    return this.memory.get(path, this.now())
  }

  /** What can be given at once: the document in memory or, while many wait, the one of a moment ago. */
  atHand(path: string, waiter: Waiter): Document | undefined {
    return this.inMemory(path) ?? this.whileManyWait(path, waiter)
  }

  /** The document of a path; `busy` for whom it was not made. */
  get(path: string, waiter: Waiter): Document | Promise<Document> {
    return this.atHand(path, waiter) ?? this.rendered(path, waiter)
  }

  /** Is this a page as it was before a change that touched it? Then nobody else may keep it. */
  isOutdated(document: Document) {
    return this.outdated.has(document)
  }

  private whileManyWait(path: string, waiter: Waiter): Document | undefined {
    const last = this.last.get(path, this.now())
    if (!last) return undefined
    const rendering = this.rendering.get(path)
    if (!this.queue.isFull && (rendering?.waiting ?? 0) < enoughWaiting) return undefined
    // Who asks next is told what went wrong.
    if (!rendering)
      this.render(path, waiter.rank)
        .document.wait({ ...waiter, signal: undefined })
        .catch(ignore)
    return last
  }

  /** A compressed form was made: count it. */
  grown(path: string, document: Document) {
    this.memory.grown(path, document)
  }

  /** This document was given to everybody alike. */
  given(path: string, document: Document) {
    const { keeper } = this.options
    if (!keeper || !document.isToOffer) return
    const key = this.memory.keyOf(path, document)
    const { size } = document.given
    if (key !== undefined && keeper.offer(key, document)) document.offered = size
  }

  /** Forgets the pages whose time is over. */
  expire() {
    this.memory.expire(this.now())
  }

  get size() {
    return { ...this.memory.size, waiting: this.queue.size }
  }

  private lifeOf(path: string, { status, lasting }: RenderedPage) {
    const own = status === 200 || lasting ? Infinity : status === 404 || status === 410 ? missingPageLife : 0
    return Math.min(lives[this.keep], own, this.options.lifeOf?.(path) ?? Infinity)
  }

  private async rendered(path: string, waiter: Waiter): Promise<Document> {
    const rendering = this.rendering.get(path) ?? this.render(path, waiter.rank)
    rendering.waiting += 1
    // Has something changed since it began, its own tags will tell whether it was this page.
    if (rendering.done || rendering.changes.size > 0) {
      await rendering.over
      return this.get(path, waiter)
    }
    return (await rendering.document.wait(waiter)) ?? busy
  }

  private render(path: string, rank: Rank): Rendering {
    const { promise: over, resolve: isOver } = Promise.withResolvers<void>()
    const end = () => {
      this.rendering.delete(path)
      isOver()
    }
    const document = this.queue.job(async () => {
      try {
        return this.finish(path, rank, await this.options.render(path), rendering.changes)
      } finally {
        rendering.done = true
        void nextTurn().then(end)
      }
    }, end)
    const rendering: Rendering = { document, over, done: false, waiting: 0, changes: new Set() }
    this.rendering.set(path, rendering)
    return rendering
  }

  private finish(path: string, rank: Rank, page: RenderedPage, changes: ReadonlySet<string>) {
    const { status, html, type = htmlType, tags = noTags, until = Infinity } = page
    const store = rank === 'known' && (status === 200 || page.lasting) ? 'known' : 'unknown'
    const text = type.startsWith('text/html') ? toDocument(html, this.options.readerScript) : html
    const form = page.form && formOn(text, page.form)
    const document = new Document(status, text, type, store === 'known' ? 'kept' : 'once', form)
    if (changes.size > 0 && touches([...changes], tags)) {
      this.outdated.add(document)
      return document
    }
    this.last.delete(path)
    const life = Math.min(this.lifeOf(path, page), until - this.now())
    if (life > 0) this.memory.set(store, path, document, this.now() + life, tags)
    return document
  }
}

const ignore = () => {}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

const noTags: ReadonlySet<string> = new Set()

const touches = (changes: readonly string[], made: ReadonlySet<string>) =>
  made.size === 0 || changes.some((tag) => tag === everything || made.has(tag))
