import type { Feed, FeedEntry } from './feed'
import { document, xmlElement, plainForRss, textAsHtml } from './xml'

/**
 * RSS 2.0, https://www.rssboard.org/rss-specification. Its titles and descriptions have no type: readers take them for
 * HTML. Names of people and categories are plain text.
 */
export const rss = (feed: Feed): string =>
  document(
    xmlElement(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      xmlElement(
        'channel',
        {},
        xmlElement('title', {}, textAsHtml(feed.title)),
        xmlElement('link', {}, feed.page),
        xmlElement('description', {}, textAsHtml(feed.description)),
        ...(feed.language ? [xmlElement('language', {}, feed.language)] : []),
        xmlElement('lastBuildDate', {}, feed.updated.toUTCString()),
        xmlElement('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
        ...(feed.hub ? [xmlElement('atom:link', { href: feed.hub, rel: 'hub' })] : []),
        ...feed.entries.map(item),
      ),
    ),
  )

const item = (entry: FeedEntry) =>
  xmlElement(
    'item',
    {},
    xmlElement('title', {}, textAsHtml(entry.title)),
    xmlElement('link', {}, entry.url),
    xmlElement('guid', { isPermaLink: 'false' }, `urn:uuid:${entry.id}`),
    xmlElement('pubDate', {}, entry.published.toUTCString()),
    ...(entry.author ? [xmlElement('dc:creator', {}, plainForRss(entry.author))] : []),
    ...entry.tags.map((tag) => xmlElement('category', {}, plainForRss(tag))),
    xmlElement('dc:language', {}, entry.language),
    xmlElement('description', {}, textAsHtml(entry.summary || entry.title)),
    xmlElement('content:encoded', {}, entry.html),
  )
