import { chaptersToFeed, type FedChapter, type FeedWish } from '@/lib/chapters/reading/outlet-queries'
import { publishedSeries } from '@/lib/chapters/reading/series-queries'
import { publishedTag } from '@/lib/chapters/reading/tag-queries'
import { publishedChapter } from '@/lib/chapters/reading/queries'
import { newestComments } from '@/lib/comments/thread/queries'
import { direction, isLocale, ownName, type Locale } from '@/lib/i18n/locales'
import { shownName } from '@/lib/i18n/names'
import { runtime } from '@/lib/kernel/env'
import { asHtml } from '@/lib/kernel/plain-text/as-html'
import { chapterPath, commentPath, feedPath, homePath, seriesPath, tagPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { anyList, chapterTag, noteTags } from '@/lib/kernel/page-tags'
import { atom } from '@/lib/syndication/atom'
import { feedTypes, isFeedFile, type Feed, type FeedEntry, type FeedFile } from '@/lib/syndication/feed'
import { jsonFeed } from '@/lib/syndication/json-feed'
import { rss } from '@/lib/syndication/rss'
import { elsewhere } from '@/lib/syndication/elsewhere'
import { siteAddress } from './addresses/site-address'
import { parseSlugParam } from './addresses/slug'

/**
 * The feed at a path below /feeds: `rss.xml`, `ja/atom.xml`, `en/series/<slug>/feed.json`, `en/tags/…`, and
 * `en/chapters/…` for a chapter's comments. Nothing where there is none.
 */
export async function feedAt(path: readonly string[]): Promise<{ type: string; text: string } | undefined> {
  const file = path.at(-1)
  if (!isFeedFile(file)) return undefined
  const facts = await feedOf(path.slice(0, -1))
  if (!facts) return undefined
  const { folder, ...feed } = facts
  // Of comments nobody is told by a hub.
  const hub = path[1] === 'chapters' ? undefined : runtime().hub
  const text = write(file, { ...feed, hub, self: siteAddress(`${folder}/${file}`) })
  return { type: feedTypes[file], text }
}

type Facts = Omit<Feed, 'self'> & { folder: string }

async function feedOf(place: readonly string[]): Promise<Facts | undefined> {
  const [locale, room, encoded, ...more] = place
  // A list of chapters, or of the comments on one that a change of lists may have taken away.
  noteTags(anyList)
  if (locale === undefined) return everything()
  if (!isLocale(locale) || more.length > 0) return undefined
  if (room === undefined) return ofLanguage(locale)
  const slug = encoded === undefined ? undefined : parseSlugParam(encoded)
  if (!slug) return undefined
  if (room === 'series') return ofSeries(locale, slug)
  if (room === 'tags') return ofTag(locale, slug)
  return room === 'chapters' ? ofComments(locale, slug) : undefined
}

async function everything(): Promise<Facts> {
  const { site, reading } = words('en')
  return {
    title: `${site.name} · ${reading.feeds.everything}`,
    description: site.line,
    page: siteAddress('/'),
    folder: feedPath(),
    ...(await chapters({})),
  }
}

async function ofLanguage(locale: Locale): Promise<Facts> {
  const { site } = words(locale)
  return {
    title: `${site.name} · ${ownName(locale)}`,
    description: site.line,
    language: locale,
    page: siteAddress(homePath(locale)),
    folder: feedPath(locale),
    ...(await chapters({ locale })),
  }
}

async function ofSeries(locale: Locale, slug: string): Promise<Facts | undefined> {
  const series = await publishedSeries(locale, slug)
  if (!series) return undefined
  const { title } = series
  return {
    title,
    description: say(locale, words(locale).series.description, { title }),
    language: locale,
    page: siteAddress(seriesPath(locale, slug)),
    folder: feedPath(locale, 'series', slug),
    ...(await chapters({ locale, series: slug })),
  }
}

async function ofTag(locale: Locale, slug: string): Promise<Facts | undefined> {
  const found = await publishedTag(locale, slug)
  if (!found) return undefined
  const { tags } = words(locale).reading
  const name = { tag: found.name }
  return {
    title: say(locale, tags.tagged, name),
    description: say(locale, tags.describe, name),
    language: locale,
    page: siteAddress(tagPath(locale, slug)),
    folder: feedPath(locale, 'tags', slug),
    ...(await chapters({ locale, tag: slug })),
  }
}

async function ofComments(locale: Locale, slug: string): Promise<Facts | undefined> {
  const chapter = await publishedChapter(locale, slug)
  if (!chapter) return undefined
  noteTags(chapterTag(chapter.chapterId))
  const { threads } = words(locale).reading
  const { title } = chapter
  const path = chapterPath(locale, slug)
  const entries = (await newestComments(chapter.chapterId)).map((comment): FeedEntry => {
    const name = shownName(locale, comment.name)
    return {
      id: comment.id,
      url: siteAddress(commentPath(path, comment.id)),
      language: comment.locale,
      title: say(locale, threads.feedEntry, { name, title }),
      summary: '',
      html: asHtml(comment.text),
      author: name,
      tags: [],
      published: comment.sentAt,
      updated: comment.sentAt,
    }
  })
  const said = say(locale, threads.feedTitle, { title })
  return {
    title: said,
    description: said,
    language: locale,
    page: siteAddress(path),
    entries,
    folder: feedPath(locale, 'chapters', slug),
    updated: newest(entries) ?? chapter.publishedAt,
  }
}

async function chapters(wish: FeedWish) {
  const entries = (await chaptersToFeed(wish)).map(entryOf)
  return { entries, updated: newest(entries) ?? new Date() }
}

const entryOf = (chapter: FedChapter): FeedEntry => {
  const url = siteAddress(chapterPath(chapter.locale, chapter.slug))
  return {
    id: chapter.editionId,
    title: chapter.title,
    language: chapter.locale,
    summary: chapter.summary,
    url,
    html: inItsLanguage(chapter.locale, elsewhere(chapter.html, url)),
    published: chapter.publishedAt,
    author: chapter.translator ?? undefined,
    updated: later(chapter.publishedAt, chapter.revisedAt),
    tags: chapter.tags.map(({ name }) => name),
  }
}

// A feed reader has a language of its own: without this, Arabic would run from the left there, and Japanese be set in
// the forms of Chinese.
const inItsLanguage = (locale: Locale, html: string) =>
  `<div lang="${locale}" dir="${direction(locale)}">${html}</div>`

const later = (one: Date, other: Date) => (one > other ? one : other)
const newest = (entries: FeedEntry[]) =>
  entries.reduce<Date | undefined>(
    (found, { updated }) => (found ? later(found, updated) : updated),
    undefined,
  )

function write(file: FeedFile, feed: Feed): string {
  if (file === 'rss.xml') return rss(feed)
  return file === 'atom.xml' ? atom(feed, words('en').site.name) : jsonFeed(feed)
}
