import type { Feed, FeedEntry } from './feed'
import { document, element, plainForRss, textAsHtml } from './xml'

/**
 * RSS 2.0, https://www.rssboard.org/rss-specification. Its titles and descriptions have no type: readers take them for
 * HTML. Names of people and categories are plain text.
 */
export const rss = (feed: Feed): string =>
  document(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element(
        'channel',
        {},
        element('title', {}, textAsHtml(feed.title)),
        element('link', {}, feed.page),
        element('description', {}, textAsHtml(feed.description)),
        ...(feed.language ? [element('language', {}, feed.language)] : []),
        element('lastBuildDate', {}, feed.updated.toUTCString()),
        element('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
        ...(feed.hub ? [element('atom:link', { href: feed.hub, rel: 'hub' })] : []),
        ...feed.entries.map(item),
      ),
    ),
  )

const item = (entry: FeedEntry) =>
  element(
    'item',
    {},
    element('title', {}, textAsHtml(entry.title)),
    element('link', {}, entry.url),
    element('guid', { isPermaLink: 'false' }, `urn:uuid:${entry.id}`),
    element('pubDate', {}, entry.published.toUTCString()),
    ...(entry.author ? [element('dc:creator', {}, plainForRss(entry.author))] : []),
    ...entry.tags.map((tag) => element('category', {}, plainForRss(tag))),
    element('dc:language', {}, entry.language),
    element('description', {}, textAsHtml(entry.summary || entry.title)),
    element('content:encoded', {}, entry.html),
  )
