import { dictionaries } from './dictionaries'
import type { Locale } from './locales'
import type { SumWords } from './messages/en/sum'

/** The words in which a calculation is asked. */
export const sumWords = (locale: Locale): SumWords => dictionaries[locale].sum
