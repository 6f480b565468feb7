import { z } from 'zod'

const manifest = z.object({
  node: z.record(z.string(), z.object({ workers: z.record(z.string(), z.unknown()) })),
})

/**
 * Which pages each Server Action of the build belongs to, by what the build wrote
 * (`.next/server/server-reference-manifest.json`: the id of an action → the files of the pages that can call it).
 */
export class ActionPages {
  private readonly pagesOf: Map<string, Set<string>>
  /** Every page that has actions, the one that names an address most exactly before the others. */
  private readonly pages: { page: string; fits: RegExp }[]

  constructor(built: unknown) {
    const { node } = manifest.parse(built)
    this.pagesOf = new Map(
      Object.entries(node).map(([id, { workers }]) => [id, new Set(Object.keys(workers).map(pageOf))]),
    )
    const all = new Set([...this.pagesOf.values()].flatMap((pages) => [...pages]))
    this.pages = [...all].sort(moreExact).map((page) => ({ page, fits: patternOf(page) }))
  }

  /** May this action be called at this path? One that nobody knows is left to Next, which says so. */
  mayCall(id: string, path: string): boolean {
    const pages = this.pagesOf.get(id)
    if (!pages) return true
    const here = this.pages.find(({ fits }) => fits.test(path))
    return here !== undefined && pages.has(here.page)
  }
}

/** `app/(desk)/(work)/desk/queue/[commentId]/page` is the page `/desk/queue/[commentId]`. */
const pageOf = (file: string) =>
  file
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replaceAll(/\/\([^/]+\)/g, '') || '/'

const patternOf = (page: string) =>
  new RegExp(
    `^${page
      .split('/')
      .map((part) =>
        /^\[\[?\.\.\./.test(part)
          ? '.*'
          : part.startsWith('[')
            ? '[^/]+'
            : part.replace(/[.*+?^${}()|[\]\\]/g, (sign) => `\\${sign}`),
      )
      .join('/')}/?$`,
  )

// A segment that is written out comes before one that takes anything, as Next itself chooses.
const moreExact = (a: string, b: string) => (rank(a) < rank(b) ? -1 : 1)
const rank = (page: string) => page.replace(/\[[^/]*/g, () => '\uffff')
