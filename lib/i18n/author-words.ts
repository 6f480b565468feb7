import type { Locale } from './locales'
import { ar } from './messages/ar/author'
import { en, type OwnWords } from './messages/en/author'
import { ja } from './messages/ja/author'

const texts: Record<Locale, OwnWords> = { en, ja, ar }

/** The words of the page on which somebody sees a comment of their own. */
export const ownWords = (locale: Locale): OwnWords => texts[locale]
