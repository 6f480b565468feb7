import type { Locale } from './locales'
import { ar } from './messages/ar/privacy'
import { en, type PrivacyText } from './messages/en/privacy'
import { ja } from './messages/ja/privacy'

const texts: Record<Locale, PrivacyText> = { en, ja, ar }

/** What the site stores about a reader, in the reader's language; `{days}` stands for a number. */
export const privacyText = (locale: Locale): PrivacyText => texts[locale]
