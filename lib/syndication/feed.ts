/** A feed before it is written down in one of its formats. All addresses are whole ones. */
export interface Feed {
  title: string
  description: string
  /** The language of the feed; entries of a feed in several languages name their own. */
  language?: string
  /** The page whose news these are. */
  page: string
  /** The address of the feed in this format. */
  self: string
  /** Who tells followers of this feed at once (WebSub), if somebody does. */
  hub?: string
  /** When the newest of it changed; the time of asking for an empty one. */
  updated: Date
  entries: FeedEntry[]
}

export interface FeedEntry {
  /** A UUID: never changes, whatever becomes of the address. */
  id: string
  url: string
  title: string
  language: string
  summary: string
  html: string
  author?: string
  published: Date
  updated: Date
  tags: string[]
}

/** The formats that feeds are written in, by the name of their file. */
export const feedFiles = ['rss.xml', 'atom.xml', 'feed.json'] as const
export type FeedFile = (typeof feedFiles)[number]
export const isFeedFile = (name: unknown): name is FeedFile =>
  (feedFiles as readonly unknown[]).includes(name)

export const feedTypes: Record<FeedFile, string> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
}
