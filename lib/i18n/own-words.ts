import type { Locale } from './locales'
import { ar } from './messages/own/ar'
import { en, type OwnWords } from './messages/own/en'
import { ja } from './messages/own/ja'

const texts: Record<Locale, OwnWords> = { en, ja, ar }

/** The words of the page on which somebody sees a comment of their own. */
export const ownWords = (locale: Locale): OwnWords => texts[locale]
