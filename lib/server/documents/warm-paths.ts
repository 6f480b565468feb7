import { mostAsked } from '@/lib/chapters/counts/most-asked-queries'
import { locales } from '@/lib/i18n/locales'
import { chapterPath } from '@/lib/i18n/paths'

/** What is made before the port opens, in this order: the home pages, and the chapters that are asked for most. */
export const warmPaths = [
  async () => locales.map((locale) => `/${locale}`),
  async () => (await mostAsked(20)).map(({ locale, slug }) => chapterPath(locale, slug)),
]
