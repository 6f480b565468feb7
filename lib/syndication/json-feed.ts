import type { Feed } from './feed'
import { cleanText } from './xml'

/**
 * JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/. What XML cannot carry stays out of it too: JSON could write half
 * a surrogate pair, and strict readers refuse it.
 */
export const jsonFeed = (feed: Feed): string => JSON.stringify(asData(feed), cleaned) + '\n'

const cleaned = (_key: string, value: unknown) => (typeof value === 'string' ? cleanText(value) : value)

const asData = (feed: Feed) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  description: feed.description,
  home_page_url: feed.page,
  feed_url: feed.self,
  language: feed.language,
  hubs: feed.hub ? [{ type: 'WebSub', url: feed.hub }] : undefined,
  items: feed.entries.map((entry) => ({
    id: `urn:uuid:${entry.id}`,
    url: entry.url,
    title: entry.title,
    summary: entry.summary || undefined,
    content_html: entry.html,
    date_published: entry.published.toISOString(),
    date_modified: entry.updated.toISOString(),
    authors: entry.author ? [{ name: entry.author }] : undefined,
    tags: entry.tags.length > 0 ? entry.tags : undefined,
    language: entry.language,
  })),
})
