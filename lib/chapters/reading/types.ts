import type { Locale } from '@/lib/i18n/locales'
import type { RankingKind } from '../rules'

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

interface Translation {
  locale: Locale
  slug: string
  title: string
}

/** A chapter in a list. */
export interface ChapterSummary {
  editionId: string
  slug: string
  number: number
  title: string
  summary: string
  originalDate: Date | null
  publishedAt: Date
}

export interface NewChapter extends ChapterSummary {
  series: { slug: string; title: string }
  tags: NamedSlug[]
}

export interface PublishedChapter extends NewChapter {
  chapterId: string
  locale: Locale
  html: string
  source: string | null
  translator: NamedSlug | null
  /** How the text begins. */
  opening: string
  minutes: number
  /** The hash of the picture by which it is shown elsewhere; none until it is made. */
  card: string | null
  /** When the text that is shown was saved. */
  revisedAt: Date
  /** Its neighbours by number among the published chapters of its series in its language. */
  previous: Neighbour | null
  next: Neighbour | null
  /** The chapter's published editions in every language, this one included. */
  translations: Translation[]
}

/** A part of a long list. Pages are counted from the oldest, so that what stands on one stays there. */
export interface PageOf<Item> {
  items: Item[]
  /** How many there are on all pages. */
  total: number
  /** The page this is; undefined for the newest, which is always full. */
  page: number | undefined
  /** The page with what is older than this. */
  older: number | undefined
  /** The page with what is newer; the newest part when it is undefined and this is a numbered page. */
  newer: number | undefined
}

export interface PublishedSeries {
  slug: string
  title: string
  total: number
  page: number
  pages: number
  chapters: ChapterSummary[]
  /** The languages in which something of it is published, and on how many pages. */
  lists: { locale: Locale; pages: number }[]
}

export interface SeriesSummary {
  slug: string
  title: string
  chapters: number
}

/** The series that were continued last, or a numbered page of all of them. */
export interface ListOfSeries {
  series: SeriesSummary[]
  page: number | undefined
  pages: number
}

export interface PublishedTranslator extends NamedSlug {
  chapters: PageOf<NewChapter>
  /** Every language into which this person has translated, and how many pages the list has there. */
  lists: { locale: Locale; pages: number }[]
}

export interface PublishedTag extends NamedSlug {
  chapters: PageOf<NewChapter>
  /** The languages in which a tag of this slug has chapters, and on how many pages. */
  lists: { locale: Locale; pages: number }[]
}

export interface TagSummary extends NamedSlug {
  chapters: number
}

export interface MonthCount {
  year: number
  month: number
  chapters: number
}

/** A chapter that a search found, with the words around what was searched for. */
export interface SearchHit extends ChapterSummary {
  series: { slug: string; title: string }
  snippet: SnippetPart[]
}

/** What a search may be narrowed to, with how many of the chapters found lie there. */
export interface Narrowing {
  series: Choice[]
  tags: Choice[]
}

export interface Choice extends NamedSlug {
  chapters: number
}

/** Text, and whether it is what was searched for. */
export interface SnippetPart {
  text: string
  marked: boolean
}

/** A place that a chapter took in somebody's ranking. */
export interface ChapterRanking {
  kind: RankingKind
  subject: string
  place: number
  country: string | null
  service: string
  sourceUrl: string
  asOf: Date
}

export interface RankingInHistory extends ChapterRanking {
  slug: string
  title: string
}

export interface MostRead extends NewChapter {
  reads: number
}
