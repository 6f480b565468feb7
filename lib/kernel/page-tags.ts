import { AsyncLocalStorage } from 'node:async_hooks'

// Names of what readers see. A page notes what it was made of, a change says what it touches, and the document door
// forgets the pages where the two meet. When in doubt a change says `everything`.

/** Any page may have changed. */
export const everything = 'site'
/** Lists of chapters: home, tags, archive, series, search, feeds of chapters, sitemaps, what is alike. */
export const anyList = 'lists'
/** One chapter in all its languages, with its comments. */
export const chapterTag = (chapterId: string) => `chapter:${chapterId}`
/** The order of the chapters of one series, by the series' slug. */
export const seriesTag = (slug: string) => `series:${slug}`

interface Rendering {
  id: string
  tags: Set<string>
}

// Next bundles copies of lib/ of its own: what both sides share hangs on the process.
const place = Symbol.for('chapterhouse.rendering')
const shared = globalThis as { [place]?: AsyncLocalStorage<Rendering> }
const current = (shared[place] ??= new AsyncLocalStorage())
let count = 0

/** Runs a piece of rendering and tells which tags it has noted. */
export async function gatherTags<Value>(work: () => Promise<Value>): Promise<[Value, ReadonlySet<string>]> {
  const rendering = { id: `rendering ${++count}`, tags: new Set<string>() }
  return [await current.run(rendering, work), rendering.tags]
}

/** Notes what the page that is being rendered depends on; without effect where nobody gathers. */
export function noteTags(...tags: string[]) {
  const rendering = current.getStore()
  for (const tag of tags) rendering?.tags.add(tag)
}

/** A name of the rendering that is going on, no other's. Empty while the site is being built. */
export const renderingId = () => current.getStore()?.id ?? ''
