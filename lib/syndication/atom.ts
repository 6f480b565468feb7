import type { Feed, FeedEntry } from './feed'
import { document, xmlElement } from './xml'

/** Atom, RFC 4287. `site` names who stands behind entries that name nobody. */
export const atom = (feed: Feed, site: string): string =>
  document(
    xmlElement(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      xmlElement('id', {}, feed.self),
      xmlElement('title', {}, feed.title),
      xmlElement('subtitle', {}, feed.description),
      xmlElement('updated', {}, feed.updated.toISOString()),
      xmlElement('author', {}, xmlElement('name', {}, site)),
      xmlElement('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      ...(feed.hub ? [xmlElement('link', { rel: 'hub', href: feed.hub })] : []),
      xmlElement('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      ...feed.entries.map(entryOf),
    ),
  )

const entryOf = (entry: FeedEntry) =>
  xmlElement(
    'entry',
    { 'xml:lang': entry.language },
    xmlElement('id', {}, `urn:uuid:${entry.id}`),
    xmlElement('title', {}, entry.title),
    xmlElement('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    xmlElement('published', {}, entry.published.toISOString()),
    xmlElement('updated', {}, entry.updated.toISOString()),
    ...(entry.author ? [xmlElement('author', {}, xmlElement('name', {}, entry.author))] : []),
    ...entry.tags.map((term) => xmlElement('category', { term })),
    ...(entry.summary ? [xmlElement('summary', {}, entry.summary)] : []),
    xmlElement('content', { type: 'html' }, entry.html),
  )
