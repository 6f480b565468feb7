export const locales = ['en', 'ja', 'ar'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

interface Language {
  /** What its speakers call it. */
  ownName: string
  direction: 'ltr' | 'rtl'
  /** The regional habits we follow where it has several: day before month, Arabic-Indic digits. */
  style: string
}

const languages: Record<Locale, Language> = {
  en: { ownName: 'English', direction: 'ltr', style: 'en-GB' },
  ja: { ownName: '日本語', direction: 'ltr', style: 'ja-JP' },
  ar: { ownName: 'العربية', direction: 'rtl', style: 'ar-EG' },
}

export const isLocale = (value: unknown): value is Locale => (locales as readonly unknown[]).includes(value)

export const direction = (locale: Locale) => languages[locale].direction

export const ownName = (locale: Locale) => languages[locale].ownName

/** The tag of a language with a region, for `Intl` and for `lang`. */
export const regionalTag = (locale: Locale) => languages[locale].style

/** The reader's language by `Accept-Language` (RFC 9110, section 12.5.4); unknown and refused ones are passed over. */
export function negotiate(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 1_000)
    .split(',')
    .map((part, place) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)$/.exec(text)?.[1]).find(Boolean)
      return { language: tag.split('-')[0]!, weight: weight === undefined ? 1 : Number(weight), place }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
  for (const { language } of wishes) if (isLocale(language)) return language
  return defaultLocale
}
