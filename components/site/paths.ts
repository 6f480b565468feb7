import type { Locale } from '@/lib/i18n/locales'

// Slugs may be of any script; in an address they are percent-encoded.

export const homePath = (locale: Locale) => `/${locale}`
export const chapterPath = (locale: Locale, slug: string) => `/${locale}/chapters/${encodeURIComponent(slug)}`
export const seriesPath = (locale: Locale, slug: string) => `/${locale}/series/${encodeURIComponent(slug)}`
export const privacyPath = (locale: Locale) => `/${locale}/privacy`
