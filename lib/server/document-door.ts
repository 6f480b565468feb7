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
/** How long a page is kept: while changes are heard; while they are not; while pages are being developed. */
export const lives = { heard: 3_600_000, unheard: 500, none: 0 }

/**
 * Keeps reading pages as finished documents. Each path is rendered once however many ask at the same time;
 * `changed` forgets those that were made of what has changed. A rendering that began before a change is not given
 * to those who ask after it, and is kept only if the change does not touch it. While the bus cannot be heard, `keep` is 'unheard': a page is shared by those who ask within half a
 * second, so that a slow database is not asked for every reader.
 */
export class DocumentDoor {
  private readonly kept: KeptDocuments<Document>
  private readonly rendering = new Map<string, Promise<Document>>()
  // One for each rendering under way: the tags that have changed since it began.
  private readonly watches = new Set<Set<string>>()
  // The last rendering of each path that is under way, though nobody may be given it any more.
  private readonly asked = new Map<string, Promise<unknown>>()
  private readonly now: () => number
  private readonly limit: number
  private readonly inTurn = pLimit(rendersAtATime)
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
    if (tags.includes(everything)) this.kept.empty()
    else this.kept.forget((made) => touches(tags, made))
    for (const watch of this.watches) for (const tag of tags) watch.add(tag)
    this.rendering.clear()
  }

  /** The document of a path, or undefined when it is not in memory. */
  inMemory(path: string): Document | undefined {
    return this.kept.get(path, this.now())
  }

  get(path: string): Document | Promise<Document> {
    return this.inMemory(path) ?? this.rendering.get(path) ?? this.render(path)
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

  private render(path: string): Promise<Document> {
    const changes = new Set<string>()
    this.watches.add(changes)
    const work = this.ask(path)
      .then(({ status, html, type = htmlType, tags = noTags, until = Infinity }) => {
        const isPage = type.startsWith('text/html')
        const finished = isPage ? toDocument(html, this.options.readerScript) : html
        const document = new Document(status, finished, type)
        const life = Math.min(this.lifeOf(path, status), until - this.now())
        // One that would push everything else out is rendered each time.
        const fits = document.bytes <= this.limit / 4
        const stale = changes.size > 0 && touches([...changes], tags)
        if (!stale && life > 0 && fits) this.kept.set(path, document, this.now() + life, tags)
        return document
      })
      .finally(() => {
        this.watches.delete(changes)
        if (this.rendering.get(path) === work) this.rendering.delete(path)
      })
    this.rendering.set(path, work)
    return work
  }

  /**
   * Asks for a page when the last asking for it is over: whoever asks Next for a path that it is rendering is given
   * that very rendering, and it may have begun before the change that this one is to show.
   */
  private ask(path: string): Promise<RenderedPage> {
    const before = this.asked.get(path)
    const render = () => this.inTurn(this.options.render, path)
    const asking = before ? before.then(nextTurn, nextTurn).then(render) : render()
    this.asked.set(path, asking)
    const over = () => void (this.asked.get(path) === asking && this.asked.delete(path))
    asking.then(over, over)
    return asking
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

const noTags: ReadonlySet<string> = new Set()

const touches = (changes: readonly string[], made: ReadonlySet<string>) =>
  made.size === 0 || changes.some((tag) => tag === everything || made.has(tag))
