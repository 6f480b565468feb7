import { cacheLife, cacheTag } from 'next/cache'
import {
  allSeries,
  chaptersOf,
  chaptersOfMonth,
  monthsOf,
  pagesOf,
  publishedSeries,
  publishedTag,
  publishedTags,
} from '@/lib/chapters/list-queries'
import { publishedChapter } from '@/lib/chapters/queries'
import { mostRead, rankingHistory, rankingsOf } from '@/lib/chapters/ranking-queries'
import type { Period, Search } from '@/lib/chapters/rules'
import { chaptersLike, searchChapters } from '@/lib/chapters/search-queries'
import { mostSearched } from '@/lib/chapters/searched-queries'
import { commentingOn } from '@/lib/comments/form-queries'
import { publishedThread } from '@/lib/comments/queries'
import type { Locale } from '@/lib/i18n/locales'
import { tags } from './tags'

export async function readChapters(locale: Locale, page?: number) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return chaptersOf(locale, page)
}

export async function readPages(locale: Locale) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return pagesOf(locale)
}

export async function readChapter(locale: Locale, slug: string) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return publishedChapter(locale, slug)
}

export async function readThread(chapterId: string, page?: number) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.chapter(chapterId))
  return publishedThread(chapterId, page)
}

export async function readCommenting(chapterId: string, locale: Locale) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return commentingOn(chapterId, locale)
}

export async function readAllSeries(locale: Locale) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return allSeries(locale)
}

export async function readSeries(locale: Locale, slug: string, page?: number) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return publishedSeries(locale, slug, page)
}

export async function readTags(locale: Locale) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return publishedTags(locale)
}

export async function readTag(locale: Locale, slug: string, page?: number) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return publishedTag(locale, slug, page)
}

export async function readMonths(locale: Locale) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return monthsOf(locale)
}

export async function readMonth(locale: Locale, year: number, month: number, page?: number) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return chaptersOfMonth(locale, year, month, page)
}

export async function readSearch(locale: Locale, search: Search) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return searchChapters(locale, search)
}

export async function readMostSearched(locale: Locale) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return mostSearched(locale)
}

export async function readAlike(locale: Locale, slug: string) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return chaptersLike(locale, slug)
}

export async function readRankingsOf(chapterId: string) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return rankingsOf(chapterId)
}

export async function readRankings(locale: Locale) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return rankingHistory(locale)
}

export async function readMostRead(locale: Locale, days: Period, tag?: string) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return mostRead(locale, { days, tag })
}
