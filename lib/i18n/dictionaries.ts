import type { Locale } from './locales'
import { ar } from './messages/ar'
import { en, type Dictionary } from './messages/en'
import { ja } from './messages/ja'

/** All words that people read, by language. The files beside this one hand out a part each. */
export const dictionaries: Record<Locale, Dictionary> = { en, ja, ar }
