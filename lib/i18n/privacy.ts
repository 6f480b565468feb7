import type { Locale } from './locales'
import { ar } from './messages/privacy/ar'
import { en, type PrivacyText } from './messages/privacy/en'
import { ja } from './messages/privacy/ja'

const texts: Record<Locale, PrivacyText> = { en, ja, ar }

/** What the site stores about a reader, in the reader's language; `{days}` stands for a number. */
export const privacyText = (locale: Locale): PrivacyText => texts[locale]
