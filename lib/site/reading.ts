import { cacheLife } from 'next/cache'
import { chaptersOf, chaptersOfMonth, monthsOf, pagesOf } from '@/lib/chapters/reading/list-queries'
import { publishedSeries, seriesOf, seriesPagesOf } from '@/lib/chapters/reading/series-queries'
import { publishedTag, publishedTags } from '@/lib/chapters/reading/tag-queries'
import { publishedTranslator } from '@/lib/chapters/reading/translator-queries'
import { publishedChapter } from '@/lib/chapters/reading/queries'
import { mostRead, rankingHistory, rankingsOf } from '@/lib/chapters/rankings/queries'
import type { Period } from '@/lib/chapters/rules'
import { mostSearched } from '@/lib/chapters/counts/searches-queries'
import { commentingOn } from '@/lib/comments/discussion/form-queries'
import { publishedThread } from '@/lib/comments/thread/queries'
import { takesReplies } from '@/lib/comments/rules'
import type { Locale } from '@/lib/i18n/locales'
import { shownName } from '@/lib/i18n/names'
import {
  anyList,
  chapterTag,
  noteForm,
  noteTags,
  noteUntil,
  renderingId,
  seriesTag,
} from '@/lib/kernel/page-tags'

const reads = {
  pagesOf,
  chaptersOf,
  chaptersOfMonth,
  monthsOf,
  publishedSeries,
  publishedTag,
  publishedTags,
  publishedTranslator,
  seriesOf,
  seriesPagesOf,
  publishedChapter,
  publishedThread,
  commentingOn,
  mostSearched,
  mostRead,
  rankingHistory,
  rankingsOf,
}
type Name = keyof typeof reads
type Args<Read extends Name> = Parameters<(typeof reads)[Read]>
type Answer<Read extends Name> = ReturnType<(typeof reads)[Read]>

// The one cached read: what makes a page static to Next. Nothing is kept (keep-no-read.cjs), but Next lets requests
// that ask for the same at the same time share one answer. One that asks after a change must not be given what was
// read before it, so the name of the rendering is part of the key.
async function kept<Read extends Name>(rendering: string, name: Read, args: Args<Read>) {
  'use cache'
  cacheLife('max')
  void rendering // an argument that is not used would be left out of the key
  return (await Reflect.apply(reads[name], undefined, args)) as Awaited<Answer<Read>>
}

const read = <Read extends Name>(name: Read, ...args: Args<Read>) => kept(renderingId(), name, args)

function listed<Read extends Name>(name: Read, ...args: Args<Read>) {
  noteTags(anyList)
  return read(name, ...args)
}

function ofChapter<Read extends Name>(chapterId: string, name: Read, ...args: Args<Read>) {
  noteTags(chapterTag(chapterId))
  return read(name, ...args)
}

/** A chapter's page also shows its neighbours in the series; the address of none may become one's. */
export async function readChapter(locale: Locale, slug: string) {
  const chapter = await read('publishedChapter', locale, slug)
  noteTags(...(chapter ? [chapterTag(chapter.chapterId), seriesTag(chapter.series.slug)] : [anyList]))
  return chapter
}

export const readThread = (chapterId: string, page?: number) =>
  ofChapter(chapterId, 'publishedThread', chapterId, page)

/** How these comments of a chapter and the form below them are shown; the page notes whom the form may answer. */
export async function readCommenting(
  chapterId: string,
  locale: Locale,
  comments: readonly { id: string; name: string }[],
) {
  const { closesAt, ...commenting } = await ofChapter(chapterId, 'commentingOn', chapterId, locale)
  noteUntil(closesAt)
  const answerable = takesReplies(commenting) ? comments : []
  noteForm({
    chapterId,
    answerable: new Map(answerable.map(({ id, name }) => [id, shownName(locale, name)])),
  })
  return commenting
}

export const readRankingsOf = (chapterId: string) => ofChapter(chapterId, 'rankingsOf', chapterId)

export const readPages = (locale: Locale) => listed('pagesOf', locale)

export const readChapters = (locale: Locale, page?: number) => listed('chaptersOf', locale, page)

export const readAllSeries = (locale: Locale, page?: number) => listed('seriesOf', locale, page)

export const readSeriesPages = (locale: Locale) => listed('seriesPagesOf', locale)

export const readSeries = (locale: Locale, slug: string, page?: number) =>
  listed('publishedSeries', locale, slug, page)

export const readTags = (locale: Locale) => listed('publishedTags', locale)

export const readTag = (locale: Locale, slug: string, page?: number) =>
  listed('publishedTag', locale, slug, page)

export const readTranslator = (locale: Locale, slug: string, page?: number) =>
  listed('publishedTranslator', locale, slug, page)

export const readMonths = (locale: Locale) => listed('monthsOf', locale)

export const readMonth = (locale: Locale, year: number, month: number, page?: number) =>
  listed('chaptersOfMonth', locale, year, month, page)

export const readMostSearched = (locale: Locale) => listed('mostSearched', locale)

export const readRankings = (locale: Locale, page?: number) => listed('rankingHistory', locale, page)

export const readMostRead = (locale: Locale, days: Period, tag?: string) =>
  listed('mostRead', locale, { days, tag })
