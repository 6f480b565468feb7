import { notFound } from 'next/navigation'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales'

/** The language of a path; a path of no language is no page. */
export const localeOrMissing = (parameter: string): Locale => (isLocale(parameter) ? parameter : notFound())

/** The language to speak in, also where the path has none. */
export const localeOf = (parameter: string): Locale => (isLocale(parameter) ? parameter : defaultLocale)
