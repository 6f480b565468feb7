import { dictionaries } from './dictionaries'
import type { Locale } from './locales'
import type { PrivacyText } from './messages/en/privacy'

/** What the site stores about a reader, in the reader's language; `{days}` stands for a number. */
export const privacyText = (locale: Locale): PrivacyText => dictionaries[locale].privacy
