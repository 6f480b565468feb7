import type { Locale } from './locales'

// The addresses of the pages for readers. Slugs may be of any script; in an address they are percent-encoded.

export const homePath = (locale: Locale) => `/${locale}`
export const olderPath = (locale: Locale, page: number) => `/${locale}/page/${page}`
// Rows hold languages as text.
export const chapterPath = (locale: string, slug: string) => `/${locale}/chapters/${encodeURIComponent(slug)}`
export const allSeriesPath = (locale: Locale, page?: number) =>
  `/${locale}/series${page ? `/page/${page}` : ''}`
export const seriesPath = (locale: Locale, slug: string, page = 1) =>
  `/${locale}/series/${encodeURIComponent(slug)}${page > 1 ? `/page/${page}` : ''}`
export const tagsPath = (locale: Locale) => `/${locale}/tags`
export const tagPath = (locale: Locale, slug: string, page?: number) =>
  `/${locale}/tags/${encodeURIComponent(slug)}${page ? `/page/${page}` : ''}`
export const translatorPath = (locale: Locale, slug: string, page?: number) =>
  `/${locale}/translators/${encodeURIComponent(slug)}${page ? `/page/${page}` : ''}`
export const archivePath = (locale: Locale) => `/${locale}/archive`
export const yearPath = (locale: Locale, year: number) => `/${locale}/archive/${year}`
export const monthPath = (locale: Locale, year: number, month: number, page = 1) =>
  `/${locale}/archive/${year}/${String(month).padStart(2, '0')}${page > 1 ? `/page/${page}` : ''}`
export const searchPath = (locale: Locale) => `/${locale}/search`
export const rankingsPath = (locale: Locale, page?: number) =>
  `/${locale}/rankings${page ? `/page/${page}` : ''}`
/** The days of which the most read chapters are shown where none are asked for. */
export const usualDays = 30
export const mostReadPath = (locale: Locale, days = usualDays, tag?: string) =>
  `/${locale}/most-read${days !== usualDays || tag ? `/${days}` : ''}${tag ? `/${encodeURIComponent(tag)}` : ''}`
export const privacyPath = (locale: Locale) => `/${locale}/privacy`

/**
 * A page of a chapter's comments; one of them, its home, stands below the chapter. With a language, the page on which
 * that one is chosen.
 */
export const commentsPath = (chapter: string, page: number, home = 1, only?: Locale) =>
  (page === home ? chapter : `${chapter}/comments/${page}`) + (only ? `?${languageChoice}=${only}` : '')

/** Under which name the choice among a thread's languages stands on its page, and in an address. */
export const languageChoice = 'comments-in'

/** Leads to a comment wherever it stands: the address that feeds and readers may keep. */
export const commentPath = (chapter: string, id: string) => `${chapter}/comments/${id}`

/** The folder of a feed: of everything, a language, or one thing in a language. */
export const feedPath = (locale?: Locale, room?: 'series' | 'tags' | 'chapters', slug?: string) =>
  ['/feeds', locale, room, slug && encodeURIComponent(slug)].filter(Boolean).join('/')
