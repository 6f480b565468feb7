import { log } from '@/lib/kernel/log'
import { htmlType, type Coding, type Document } from '../documents/document'
import { hasFile } from './addresses'
import { FirstFault } from './first-fault'
import { OneAtATime } from './one-at-a-time'
import type { PageKeeper } from './page-keeper'
import { discard, PageTree } from './page-tree'
import { linksAt, timeOf } from './times'

interface Page {
  document: Document
  /** In which codings it lies in a file. */
  written: Set<Coding>
}

// More that are to be written at once are offered again, and come then.
const mostWaiting = 500

// Milliseconds; links are made a second before they are needed.
const pulse = 250

/**
 * Keeps documents that are in memory as files too, for nginx to send without asking: those that the document door gives
 * to everybody alike, in the codings in which they were asked for. A file goes when its document goes. While changes
 * cannot be heard no link `now` is made, and the files stay as they are, for `last`.
 */
export class PageFiles implements PageKeeper {
  private readonly pages = new Map<string, Page>()
  private readonly queue = new OneAtATime(mostWaiting, (path) => this.write(path))
  private readonly disk: FirstFault
  private isOpen = false
  private isOurs = false
  private hears = false
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly tree: PageTree,
    private readonly now = Date.now,
  ) {
    this.disk = new FirstFault((error) => {
      log.error({ err: error }, 'pages cannot be kept in PAGES_FOLDER; all are given from memory')
      // Links that cannot be taken away end by themselves.
      new FirstFault(() => {}).try(() => tree.linkOnly([]))
    })
    this.disk.try(() => tree.prepare())
  }

  /** Readers are answered from here on, until what it returns is called. `expire` forgets documents whose time is over. */
  open(expire: () => void) {
    this.isOpen = true
    const beat = () => {
      expire()
      this.link()
    }
    this.link()
    // After what has come meanwhile, which may be that a page has changed.
    this.timer = setInterval(() => setImmediate(beat), pulse)
    return () => this.stop()
  }

  /** Nothing more is written; what is there is given for as long as its links last. */
  async stop() {
    clearInterval(this.timer)
    this.isOpen = false
    this.queue.empty()
  }

  offer(path: string, document: Document): boolean {
    if (document.status !== 200 || document.type !== htmlType || !hasFile(path)) return true
    if (!this.isOpen || !this.hears || this.disk.isBroken || this.queue.isFull) return false
    if (this.pages.get(path)?.document !== document) this.pages.set(path, { document, written: new Set() })
    this.disk.later(this.queue.add(path))
    return true
  }

  gone(path: string): boolean {
    const page = this.pages.get(path)
    this.pages.delete(path)
    this.queue.drop(path)
    if (!page?.written.size) return false
    this.disk.try(() => this.disk.later(this.tree.remove(path)))
    return true
  }

  emptied(hears: boolean) {
    this.pages.clear()
    this.queue.empty()
    this.hears = hears
    this.disk.try(() => {
      if (!hears) return this.tree.unlink((name) => name.startsWith('now/'))
      this.tree.begin()
      if (!this.isOpen) return
      this.tree.linkOnly([])
      this.disk.later(this.tree.sweep())
    })
    this.link()
  }

  private link() {
    if (!this.isOpen || !this.hears) return
    this.disk.try(() => {
      // What another process has left is all that readers have, until here.
      if (!this.isOurs) {
        this.tree.takeOver()
        this.disk.later(this.tree.sweep())
      }
      this.isOurs = true
      this.tree.linkOnly(linksAt(this.now()))
    })
  }

  private async write(path: string) {
    const page = this.pages.get(path)
    if (!page) return
    const { document, written } = page
    for (const coding of document.given) {
      if (written.has(coding)) continue
      const file = await this.tree.write(await document.body(coding), timeOf(document.etag(coding)))
      // It may have gone meanwhile, and another have come.
      if (this.disk.isBroken || this.pages.get(path) !== page) return discard(file)
      this.tree.put(file, path, coding)
      written.add(coding)
    }
  }
}
