import { everything, type FormFacts } from '@/lib/kernel/page-tags'
import { Document, htmlType } from './document'
import { FairQueue } from '../turns/fair-queue'
import type { QueuedWork } from '../turns/queued-work'
import type { QueueLimits, Rank, Waiter } from '../turns/types'
import { KeptDocuments } from './lru'
import { formOn, toDocument } from './to-document'

/** A page as Next rendered it. */
export interface RenderedPage {
  status: number
  html: string
  /** Left out: a page. A feed or a sitemap is kept as it is. */
  type?: string
  /** What it was made of. Without any, every change may have changed it. */
  tags?: ReadonlySet<string>
  /** It changes by itself then: milliseconds since the epoch. */
  until?: number
  /** The form for comments that stands on it. */
  form?: FormFacts | undefined
  /** Says that there is nothing, and always will: it is not the page of one path. */
  lasting?: boolean
}

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

export interface DoorOptions {
  /** Asks Next for the page at this path. */
  render: (path: string) => Promise<RenderedPage>
  /** The address of our own script, which takes the place of the framework's. */
  readerScript: string
  /** How many bytes of documents to keep; an eighth more of what strangers can ask for without end. */
  limit?: number
  /** How long a page may be kept at most, where that is less than an hour: milliseconds. */
  lifeOf?: (path: string) => number | undefined
  now?: () => number
  /** The turns in which pages are rendered; shared with other work for the processor. */
  queue?: FairQueue
}

// A page that was not there may be written any moment, and strangers can ask for any number of them.
const missingPageLife = 10_000
/**
 * Rendering is work for the processor: more at a time finish no sooner, and pages that are ready wait behind them. A
 * page takes some 30 ms, so that many who wait for known pages are many readers after a start; searches without end
 * are not to be waited for.
 */
export const renderLimits: QueueLimits = {
  atATime: 3,
  ofAddress: 2,
  unknownAtATime: 1,
  waiting: {
    known: { most: 500, ofAddress: 100, longest: 8_000 },
    unknown: { most: 60, ofAddress: 6, longest: 8_000 },
  },
}

/** In whose name the server asks for pages that it needs itself. */
export const ourselves: Waiter = { address: '', rank: 'known' }

/** Given to those who waited too long for their turn, or too many with them. */
export const busy = new Document(503, '')

// A page for which so many wait at once is being read by a crowd: the next of them is given it as it was.
const enoughWaiting = 3
// How long the last document of a page may be handed out while the new one waits for its turn. With the way of the
// announcement and the rendering itself it stays within the two seconds in which a change is to be seen.
const lastDocumentLife = 1_000
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
  private readonly kept: KeptDocuments<Document>
  // What anybody can ask for without end must not push the site's own pages out of memory.
  private readonly passing: KeptDocuments<Document>
  // At most one for each path: whoever asks Next for a path that it is rendering is given that very rendering.
  private readonly rendering = new Map<string, Rendering>()
  // What was forgotten a moment ago, with the time until which it may be handed out.
  private readonly last = new Map<string, { document: Document; until: number }>()
  private readonly outdated = new WeakSet<Document>()
  private readonly now: () => number
  private readonly limit: Record<Rank, number>
  private readonly queue: FairQueue
  private timer: NodeJS.Timeout | undefined
  keep: keyof typeof lives = 'none'

  constructor(private readonly options: DoorOptions) {
    const limit = options.limit ?? 64 * 1024 * 1024
    this.limit = { known: limit, unknown: limit / 8 }
    this.kept = new KeptDocuments(this.limit.known)
    this.passing = new KeptDocuments(this.limit.unknown)
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
    for (const [path, { until }] of this.last) if (until <= now) this.last.delete(path)
    // When everything may have changed, it may have done so a while ago: nothing was heard in between.
    if (tags.includes(everything)) {
      this.kept.empty()
      this.passing.empty()
      this.last.clear()
    } else {
      const touched = (made: ReadonlySet<string>) => touches(tags, made)
      for (const { key, document, until } of [
        ...this.kept.forget(touched),
        ...this.passing.forget(touched),
      ]) {
        this.outdated.add(document)
        if (document.status === 200)
          this.last.set(key, { document, until: Math.min(until, now + lastDocumentLife) })
      }
      this.letGo()
    }
    for (const { document, changes } of this.rendering.values())
      if (document.begun) tags.forEach((tag) => changes.add(tag))
  }

  /** The document of a path, or undefined when it is not in memory. */
  inMemory(path: string): Document | undefined {
    const now = this.now()
    return this.kept.get(path, now) ?? this.passing.get(path, now)
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
    const last = this.last.get(path)
    if (!last || last.until <= this.now()) return undefined
    const rendering = this.rendering.get(path)
    if (!this.queue.isFull && (rendering?.waiting ?? 0) < enoughWaiting) return undefined
    // Who asks next is told what went wrong.
    if (!rendering)
      this.render(path, waiter.rank)
        .document.wait({ ...waiter, signal: undefined })
        .catch(ignore)
    return last.document
  }

  // The pages of a moment ago are no use after it, though nothing may change for hours.
  private letGo() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.last.clear(), lastDocumentLife).unref()
  }

  /** A compressed form was made: count it. */
  grown(path: string, document: Document) {
    this.kept.grown(path, document)
    this.passing.grown(path, document)
  }

  get size() {
    const [kept, passing] = [this.kept.size, this.passing.size]
    return {
      documents: kept.documents + passing.documents,
      bytes: kept.bytes + passing.bytes,
      waiting: this.queue.size,
    }
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
    // One that would push everything else out is rendered each time.
    const fits = document.bytes <= this.limit[store] / 4
    const documents = store === 'known' ? this.kept : this.passing
    if (life > 0 && fits) documents.set(path, document, this.now() + life, tags)
    return document
  }
}

const ignore = () => {}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

const noTags: ReadonlySet<string> = new Set()

const touches = (changes: readonly string[], made: ReadonlySet<string>) =>
  made.size === 0 || changes.some((tag) => tag === everything || made.has(tag))
