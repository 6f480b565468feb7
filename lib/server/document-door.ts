import { Document, htmlType } from './document'
import { KeptDocuments } from './kept-documents'
import { toDocument } from './to-document'

/** A page as Next rendered it. */
export interface RenderedPage {
  status: number
  html: string
  /** Left out: a page. A feed or a sitemap is kept as it is. */
  type?: string
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
/** How long a page is kept: while changes are heard; while they are not; while pages are being developed. */
export const lives = { heard: 3_600_000, unheard: 500, none: 0 }

/**
 * Keeps reading pages as finished documents. Each path is rendered once however many ask at the same time;
 * `empty()` forgets everything, and a rendering that began before it is never kept nor given to those who ask
 * after it. While the bus cannot be heard, `keep` is 'unheard': a page is shared by those who ask within half a
 * second, so that a slow database is not asked for every reader.
 */
export class DocumentDoor {
  private readonly kept: KeptDocuments<Document>
  private readonly rendering = new Map<string, Promise<Document>>()
  private readonly now: () => number
  private readonly limit: number
  private epoch = 0
  keep: keyof typeof lives = 'none'

  constructor(private readonly options: DoorOptions) {
    this.limit = options.limit ?? 64 * 1024 * 1024
    this.kept = new KeptDocuments(this.limit)
    this.now = options.now ?? Date.now
  }

  empty() {
    this.epoch += 1
    this.kept.empty()
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
    const epoch = this.epoch
    const work = this.options
      .render(path)
      .then(({ status, html, type = htmlType }) => {
        const isPage = type.startsWith('text/html')
        const finished = isPage ? toDocument(html, this.options.readerScript) : html
        const document = new Document(status, finished, type)
        const life = this.lifeOf(path, status)
        // One that would push everything else out is rendered each time.
        const fits = document.bytes <= this.limit / 4
        if (epoch === this.epoch && life > 0 && fits) this.kept.set(path, document, this.now() + life)
        return document
      })
      .finally(() => {
        if (this.rendering.get(path) === work) this.rendering.delete(path)
      })
    this.rendering.set(path, work)
    return work
  }
}
