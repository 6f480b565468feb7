import type { Locale } from '@/lib/i18n/locales'

// What readers are shown of chapters: the contract between queries.ts and the pages.

export interface NamedSlug {
  slug: string
  name: string
}

export interface Neighbour {
  slug: string
  title: string
  number: number
}

export interface Translation {
  locale: Locale
  slug: string
  title: string
}

/** A chapter in a list. */
export interface ChapterCard {
  slug: string
  number: number
  title: string
  summary: string
  originalDate: Date | null
  publishedAt: Date
}

export interface NewChapter extends ChapterCard {
  editionId: string
  series: { slug: string; title: string }
  tags: NamedSlug[]
}

export interface PublishedChapter extends NewChapter {
  chapterId: string
  locale: Locale
  html: string
  source: string | null
  translator: string | null
  minutes: number
  /** Its neighbours by number among the published chapters of its series in its language. */
  previous: Neighbour | null
  next: Neighbour | null
  /** The chapter's published editions in every language, this one included. */
  translations: Translation[]
}

export interface PublishedSeries {
  slug: string
  title: string
  chapters: ChapterCard[]
  /** The languages in which something of it is published. */
  locales: Locale[]
}
