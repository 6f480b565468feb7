import type { Feed, FeedEntry } from './feed'
import { document, element } from './xml'

/** Atom, RFC 4287. `site` names who stands behind entries that name nobody. */
export const atom = (feed: Feed, site: string): string =>
  document(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('id', {}, feed.self),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('updated', {}, feed.updated.toISOString()),
      element('author', {}, element('name', {}, site)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      ...(feed.hub ? [element('link', { rel: 'hub', href: feed.hub })] : []),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      ...feed.entries.map(entryOf),
    ),
  )

const entryOf = (entry: FeedEntry) =>
  element(
    'entry',
    { 'xml:lang': entry.language },
    element('id', {}, `urn:uuid:${entry.id}`),
    element('title', {}, entry.title),
    element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    element('published', {}, entry.published.toISOString()),
    element('updated', {}, entry.updated.toISOString()),
    ...(entry.author ? [element('author', {}, element('name', {}, entry.author))] : []),
    ...entry.tags.map((term) => element('category', { term })),
    ...(entry.summary ? [element('summary', {}, entry.summary)] : []),
    element('content', { type: 'html' }, entry.html),
  )
