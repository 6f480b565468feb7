import type { Metadata } from 'next'
import { regionalTag, type Locale } from '@/lib/i18n/locales'
import { feedPath } from '@/lib/i18n/paths'
import { shareImageSize } from '@/lib/pictures/rules'
import { words } from '@/lib/i18n/words'
import { feedTypes, type FeedFile } from '@/lib/syndication/feed'
import { isolated } from '@/lib/i18n/isolated'
import type { InLanguage } from './languages'
import { siteAddress } from './addresses/site-address'

interface PageFacts {
  locale: Locale
  title: string
  description: string
  /** The same page in every language in which it exists, this one included, and what there is instead. */
  languages: InLanguage[]
  /** The folders of the feeds that carry this page's news, beside its language's own. */
  feeds?: { title: string; folder: string }[]
  /** A chapter's times and words; other pages have none. */
  article?: { published: Date; changed: Date; series: string; tags: string[] }
  /** The address under which each reader gets this page in a language of theirs. */
  negotiated?: string
  /** A page that leads nowhere lasting, such as a search: it is not to be found by others. */
  passing?: boolean
  /** The address of the picture by which it is shown elsewhere. */
  card?: string
  /** The title that stands on the card, where that is another's. */
  cardSays?: string
}

/** What a page says about itself to browsers, feed readers, search engines and those who share it. */
export function metadataOf({ locale, title, description, ...more }: PageFacts) {
  // Who names a page as its own translation must be named by it in turn.
  const languages = more.languages.filter(({ instead }) => !instead)
  const own = languages.find((language) => language.locale === locale)
  const { name } = words(locale).site
  const canonical = own && siteAddress(own.path)
  const feeds = [{ title: name, folder: feedPath(locale) }, ...(more.feeds ?? [])]
  return {
    title: `${isolated(locale, title)} · ${name}`,
    description,
    ...(more.passing ? { robots: 'noindex, follow' } : {}),
    alternates: {
      canonical,
      languages:
        languages.length > 1
          ? {
              ...Object.fromEntries(
                languages.map((language) => [language.locale, siteAddress(language.path)]),
              ),
              ...(more.negotiated ? { 'x-default': siteAddress(more.negotiated) } : {}),
            }
          : undefined,
      types: Object.fromEntries(
        (Object.keys(feedTypes) as FeedFile[]).map((file) => [
          feedTypes[file].split(';')[0]!,
          // One format is enough to find a feed by; the language's own is named in all three.
          (file === 'atom.xml' ? feeds : feeds.slice(0, 1)).map((feed) => ({
            title: feed.title,
            url: siteAddress(`${feed.folder}/${file}`),
          })),
        ]),
      ),
    },
    openGraph: {
      title,
      description,
      url: canonical,
      siteName: name,
      locale: placeOf(locale),
      alternateLocale: languages.filter((one) => one.locale !== locale).map((one) => placeOf(one.locale)),
      ...(more.card
        ? { images: [{ ...shareImageSize, url: siteAddress(more.card), alt: more.cardSays ?? title }] }
        : {}),
      ...(more.article ? articleOf(more.article) : { type: 'website' as const }),
    },
    twitter: { card: more.card ? 'summary_large_image' : 'summary' },
  } satisfies Metadata
}

const articleOf = ({ published, changed, series, tags }: NonNullable<PageFacts['article']>) => ({
  type: 'article' as const,
  section: series,
  tags,
  publishedTime: published.toISOString(),
  modifiedTime: changed.toISOString(),
})

// Open Graph writes a language and its region with a low line.
const placeOf = (locale: Locale) => regionalTag(locale).replace('-', '_')
