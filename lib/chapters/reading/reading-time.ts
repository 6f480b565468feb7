import type { Locale } from '@/lib/i18n/locales'

/** Whole minutes it takes to read a text, at least one. */
export function readingMinutes(locale: Locale, text: string): number {
  const pace = paces[locale]
  const amount =
    pace.of === 'characters' ? text.replace(/\s+/g, '').length : text.split(/\s+/).filter(Boolean).length
  return Math.max(1, Math.round(amount / pace.aMinute))
}

// Silent reading: Brysbaert 2019 for English words, and his table of languages for Arabic; Japanese is
// usually given in characters.
const paces: Record<Locale, { of: 'words' | 'characters'; aMinute: number }> = {
  en: { of: 'words', aMinute: 238 },
  ja: { of: 'characters', aMinute: 500 },
  ar: { of: 'words', aMinute: 181 },
}
