import { document, xmlElement } from './xml'

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9'

export interface Mapped {
  url: string
  changed?: Date
}

/** https://www.sitemaps.org/protocol.html: at most 50,000 addresses. */
export const sitemap = (pages: readonly Mapped[]): string => listOf('urlset', 'url', pages)

export const sitemapIndex = (maps: readonly Mapped[]): string => listOf('sitemapindex', 'sitemap', maps)

const listOf = (root: string, name: string, all: readonly Mapped[]) =>
  document(
    xmlElement(
      root,
      { xmlns },
      ...all.map(({ url, changed }) =>
        xmlElement(
          name,
          {},
          xmlElement('loc', {}, url),
          ...(changed ? [xmlElement('lastmod', {}, changed.toISOString())] : []),
        ),
      ),
    ),
  )

/** RFC 9309. The desk has nothing to be found, and searches have no end. */
export const robots = (sitemapUrl: string): string =>
  [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /desk',
    'Disallow: /sign-in',
    'Disallow: /*/search?',
    '',
    `Sitemap: ${sitemapUrl}`,
    '',
  ].join('\n')
