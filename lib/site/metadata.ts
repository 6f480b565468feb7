import type { Metadata } from 'next'
import type { Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'
import { runtime } from '@/lib/kernel/env'

interface PageFacts {
  locale: Locale
  title: string
  description: string
  /** The same page in every language in which it exists, this one included. */
  languages: { locale: Locale; path: string }[]
}

/** Title, description, canonical address and the languages a page exists in, as absolute addresses. */
export function metadataOf({ locale, title, description, languages }: PageFacts): Metadata {
  const address = (path: string) => `${runtime().siteUrl}${path}`
  const own = languages.find((language) => language.locale === locale)
  const { name } = words(locale).site
  return {
    title: `${title} · ${name}`,
    description,
    alternates: {
      canonical: own && address(own.path),
      languages:
        languages.length > 1
          ? Object.fromEntries(languages.map((language) => [language.locale, address(language.path)]))
          : undefined,
    },
  }
}
