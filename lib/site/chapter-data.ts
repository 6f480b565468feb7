import type { PublishedChapter } from '@/lib/chapters/reading/types'
import { webAddressIn } from '@/lib/chapters/rules'
import type { ThreadPage } from '@/lib/comments/thread/queries'
import {
  chapterPath,
  commentPath,
  commentsPath,
  homePath,
  seriesPath,
  translatorPath,
} from '@/lib/i18n/paths'
import type { Locale } from '@/lib/i18n/locales'
import { shownName } from '@/lib/i18n/names'
import { words } from '@/lib/i18n/words'
import { shareImagePath } from '@/lib/pictures/rules'
import { breadcrumbs, chapterData, commentsData, inPage } from '@/lib/syndication/json-ld'
import { siteAddress } from './addresses/site-address'

// A page need not say everything twice: the first comments show what kind of answers there are.
const shown = { comments: 5, letters: 200 }

/** A chapter and its comments as facts for search engines, ready to stand in its page. */
export function factsOf(chapter: PublishedChapter, thread: ThreadPage): string {
  const { locale, slug, series, publishedAt, revisedAt } = chapter
  const path = chapterPath(locale, slug)
  return inPage(
    chapterData({
      url: siteAddress(path),
      site: { name: words(locale).site.name, url: siteAddress(homePath(locale)) },
      title: chapter.title,
      summary: chapter.summary,
      language: locale,
      minutes: chapter.minutes,
      published: publishedAt,
      changed: revisedAt > publishedAt ? revisedAt : publishedAt,
      translator: chapter.translator && {
        name: chapter.translator.name,
        url: chapter.translator.slug
          ? siteAddress(translatorPath(chapter.locale, chapter.translator.slug))
          : undefined,
      },
      position: chapter.number,
      series: { title: series.title, url: siteAddress(seriesPath(locale, series.slug)) },
      tags: chapter.tags.map(({ name }) => name),
      image: chapter.card ? siteAddress(shareImagePath(chapter.card)) : undefined,
      commentCount: thread.total,
      original: originalOf(chapter),
      comments: commentsOf(locale, path, thread),
    }),
  )
}

/** A further page of a chapter's comments, named as its readers see it. */
export function factsOfComments(chapter: PublishedChapter, thread: ThreadPage, name: string): string {
  const { locale, slug, series, title } = chapter
  const path = chapterPath(locale, slug)
  return inPage(
    commentsData(
      { url: siteAddress(path), title, comments: commentsOf(locale, path, thread) },
      wayTo(
        locale,
        { name: series.title, path: seriesPath(locale, series.slug) },
        { name: title, path },
        { name, path: commentsPath(path, thread.page, thread.home) },
      ),
    ),
  )
}

interface Step {
  name: string
  path: string
}

/** The way from the home page to a page, ready to stand in it. */
export const factsOfWay = (locale: Locale, ...steps: Step[]): string =>
  inPage([breadcrumbs(wayTo(locale, ...steps))])

const wayTo = (locale: Locale, ...steps: Step[]) =>
  [{ name: words(locale).site.name, path: homePath(locale) }, ...steps].map(({ name, path }) => ({
    name,
    url: siteAddress(path),
  }))

const commentsOf = (locale: Locale, path: string, { comments }: ThreadPage) =>
  comments.slice(0, shown.comments).map(({ id, parentId, name, text, sentAt }) => ({
    url: siteAddress(commentPath(path, id)),
    name: shownName(locale, name),
    sentAt,
    text: [...text].slice(0, shown.letters).join(''),
    answers:
      parentId && comments.some((one) => one.id === parentId)
        ? siteAddress(commentPath(path, parentId))
        : undefined,
  }))

function originalOf({ source, originalDate }: PublishedChapter) {
  const url = webAddressIn(source)
  const known = { name: url ? undefined : (source ?? undefined), url, published: originalDate ?? undefined }
  return source || originalDate ? known : undefined
}
