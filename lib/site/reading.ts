import { cacheLife, cacheTag } from 'next/cache'
import { newestChapters, publishedChapter, publishedSeries } from '@/lib/chapters/queries'
import { commentingOn } from '@/lib/comments/form-queries'
import { publishedThread } from '@/lib/comments/queries'
import type { Locale } from '@/lib/i18n/locales'
import { tags } from './tags'

export async function readNewest(locale: Locale) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return newestChapters(locale, { take: 20 })
}

export async function readChapter(locale: Locale, slug: string) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return publishedChapter(locale, slug)
}

export async function readThread(chapterId: string) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.chapter(chapterId))
  return publishedThread(chapterId)
}

export async function readCommenting(chapterId: string, locale: Locale) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return commentingOn(chapterId, locale)
}

export async function readSeries(locale: Locale, slug: string) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.site)
  return publishedSeries(locale, slug)
}
