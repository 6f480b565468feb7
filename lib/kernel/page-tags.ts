import { AsyncLocalStorage } from 'node:async_hooks'

// Names of what readers see. A page notes what it was made of, a change says what it touches, and the document door
// forgets the pages where the two meet. When in doubt a change says `everything`.

/** Any page may have changed. */
export const everything = 'site'
/** Lists of chapters: home, tags, archive, series, search, feeds of chapters, the list of sitemaps, what is alike. */
export const anyList = 'lists'
/** One chapter in all its languages, with its comments. */
export const chapterTag = (chapterId: string) => `chapter:${chapterId}`
/** The order of the chapters of one series, by the series' slug. */
export const seriesTag = (slug: string) => `series:${slug}`
/** The sitemap of the chapters that were published in a month (UTC), by the month's name: '2024-02'. */
export const monthTag = (month: string) => `month:${month}`
export const monthOf = (at: Date) => at.toISOString().slice(0, 7)
/**
 * What shows that an edition has come, changed or gone: its chapter in every language, its series' order, lists, and
 * the month in which it stands, where it has a time.
 */
export const editionTags = (chapterId: string, series: string, month?: string | null) => [
  ...[chapterTag(chapterId), seriesTag(series), anyList],
  ...(month ? [monthTag(month)] : []),
]

/** What a page with a form for comments knows of it. */
export interface FormFacts {
  chapterId: string
  /** The comments that can be answered on it, and under which name each of them stands there. */
  answerable: ReadonlyMap<string, string>
}

interface Rendering {
  id: string
  tags: Set<string>
  /** The page is right until then: milliseconds since the epoch. */
  until: number
  form?: FormFacts
}

// Next bundles copies of lib/ of its own: what both sides share hangs on the process.
const place = Symbol.for('chapterhouse.rendering')
const shared = globalThis as { [place]?: AsyncLocalStorage<Rendering> }
const current = (shared[place] ??= new AsyncLocalStorage())
let count = 0

/** What a page that has been rendered depends on, and what it has told of itself. */
export type Noted = Readonly<Pick<Rendering, 'until' | 'form'> & { tags: ReadonlySet<string> }>

/** Runs a piece of rendering and tells what it has noted. */
export async function gatherNotes<Value>(work: () => Promise<Value>): Promise<[Value, Noted]> {
  const rendering: Rendering = { id: `rendering ${++count}`, tags: new Set(), until: Infinity }
  const value = await current.run(rendering, work)
  const { tags, until, form } = rendering
  return [value, { tags, until, form }]
}

/** Notes what the page that is being rendered depends on; without effect where nobody gathers. */
export function noteTags(...tags: string[]) {
  const rendering = current.getStore()
  for (const tag of tags) rendering?.tags.add(tag)
}

/** Notes that the page changes by itself at a time. */
export function noteUntil(time: Date | null | undefined) {
  const rendering = current.getStore()
  if (rendering && time) rendering.until = Math.min(rendering.until, time.getTime())
}

/** Notes the form that stands on the page, for whoever answers on it. */
export function noteForm(form: FormFacts) {
  const rendering = current.getStore()
  if (rendering) rendering.form = form
}

/** A name of the rendering that is going on, no other's. Empty while the site is being built. */
export const renderingId = () => current.getStore()?.id ?? ''
