import pLimit from 'p-limit'
import { everything } from '@/lib/kernel/page-tags'
import { Document, htmlType } from './document'
import { KeptDocuments } from './kept-documents'
import { toDocument } from './to-document'

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
}

interface Rendering {
  document: Promise<Document>
  /** Next may be asked for this path again. */
  over: Promise<void>
  begun: boolean
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
  /** How many bytes of documents to keep. */
  limit?: number
  /** How long a page may be kept at most, where that is less than an hour: milliseconds. */
  lifeOf?: (path: string) => number | undefined
  now?: () => number
}

// A page that was not there may be written any moment, and strangers can ask for any number of them.
const missingPageLife = 10_000
// Rendering is work for the processor: more at a time finish no sooner, and pages that are ready wait behind them.
const rendersAtATime = 3
// A page for which so many wait at once is being read by a crowd: the next of them is given it as it was.
const enoughWaiting = 3
// How long the last document of a page may be handed out while the new one waits for its turn. With the way of the
// announcement and the rendering itself it stays within the two seconds in which a change is to be seen.
const lastDocumentLife = 1_000
/** How long a page is kept: while changes are heard; while they are not; while pages are being developed. */
export const lives = { heard: 3_600_000, unheard: 500, none: 0 }

/**
 * Keeps reading pages as finished documents. Each path is rendered once however many ask at the same time;
 * `changed` forgets those that were made of what has changed. A rendering that began before a change is not given
 * to those who ask after it, and is kept only if the change does not touch it. When one change touches so many pages
 * that renderings wait for each other, or a page for which several wait already, readers are given the page as it was
 * for up to a second instead of waiting too.
 * While the bus cannot be heard, `keep` is 'unheard': a page is shared by those who ask within half a second, so that
 * a slow database is not asked for every reader.
 */
export class DocumentDoor {
  private readonly kept: KeptDocuments<Document>
  // At most one for each path: whoever asks Next for a path that it is rendering is given that very rendering.
  private readonly rendering = new Map<string, Rendering>()
  // What was forgotten a moment ago, with the time until which it may be handed out.
  private readonly last = new Map<string, { document: Document; until: number }>()
  private readonly outdated = new WeakSet<Document>()
  private readonly now: () => number
  private readonly limit: number
  private readonly inTurn = pLimit(rendersAtATime)
  private timer: NodeJS.Timeout | undefined
  keep: keyof typeof lives = 'none'

  constructor(private readonly options: DoorOptions) {
    this.limit = options.limit ?? 64 * 1024 * 1024
    this.kept = new KeptDocuments(this.limit)
    this.now = options.now ?? Date.now
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
      this.last.clear()
    } else {
      for (const { key, document, until } of this.kept.forget((made) => touches(tags, made))) {
        this.outdated.add(document)
        if (document.status === 200)
          this.last.set(key, { document, until: Math.min(until, now + lastDocumentLife) })
      }
      this.letGo()
    }
    for (const { begun, changes } of this.rendering.values())
      if (begun) tags.forEach((tag) => changes.add(tag))
  }

  /** The document of a path, or undefined when it is not in memory. */
  inMemory(path: string): Document | undefined {
    return this.kept.get(path, this.now())
  }

  get(path: string): Document | Promise<Document> {
    return this.inMemory(path) ?? this.whileManyWait(path) ?? this.rendered(path)
  }

  /** Is this a page as it was before a change that touched it? Then nobody else may keep it. */
  isOutdated(document: Document) {
    return this.outdated.has(document)
  }

  private whileManyWait(path: string): Document | undefined {
    const last = this.last.get(path)
    if (!last || last.until <= this.now()) return undefined
    const rendering = this.rendering.get(path)
    if (this.inTurn.activeCount < rendersAtATime && (rendering?.waiting ?? 0) < enoughWaiting)
      return undefined
    if (!rendering) this.render(path).document.catch(ignore) // who asks next is told what went wrong
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
  }

  get size() {
    return this.kept.size
  }

  private lifeOf(path: string, status: number) {
    const own = status === 404 || status === 410 ? missingPageLife : status === 200 ? Infinity : 0
    return Math.min(lives[this.keep], own, this.options.lifeOf?.(path) ?? Infinity)
  }

  private rendered(path: string): Promise<Document> {
    const rendering = this.rendering.get(path) ?? this.render(path)
    rendering.waiting += 1
    // Has something changed since it began, its own tags will tell whether it was this page.
    return rendering.done || rendering.changes.size > 0
      ? rendering.over.then(() => this.get(path))
      : rendering.document
  }

  private render(path: string): Rendering {
    const changes = new Set<string>()
    const document = this.inTurn(() => {
      rendering.begun = true
      return this.options.render(path)
    }).then((page) => this.finish(path, page, changes))
    const done = () => {
      rendering.done = true
      return nextTurn()
    }
    const over = document.then(done, done).then(() => void this.rendering.delete(path))
    const rendering: Rendering = { document, over, begun: false, done: false, waiting: 0, changes }
    this.rendering.set(path, rendering)
    return rendering
  }

  private finish(path: string, page: RenderedPage, changes: ReadonlySet<string>) {
    const { status, html, type = htmlType, tags = noTags, until = Infinity } = page
    const isPage = type.startsWith('text/html')
    const document = new Document(status, isPage ? toDocument(html, this.options.readerScript) : html, type)
    if (changes.size > 0 && touches([...changes], tags)) {
      this.outdated.add(document)
      return document
    }
    this.last.delete(path)
    const life = Math.min(this.lifeOf(path, status), until - this.now())
    // One that would push everything else out is rendered each time.
    const fits = document.bytes <= this.limit / 4
    if (life > 0 && fits) this.kept.set(path, document, this.now() + life, tags)
    return document
  }
}

const ignore = () => {}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

const noTags: ReadonlySet<string> = new Set()

const touches = (changes: readonly string[], made: ReadonlySet<string>) =>
  made.size === 0 || changes.some((tag) => tag === everything || made.has(tag))
