import type { ReactNode } from 'react'
import { InLanguage } from '@/components/ui/language'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { GiveWords } from '../language/words'

/** Something of the desk as it is drawn in a language, with all of its words and by the clocks of Greenwich. */
export const inLanguage = (locale: Locale, drawn: ReactNode) => (
  <InLanguage locale={locale} zone="UTC" day="2026-01-02">
    <GiveWords words={deskWords(locale)}>{drawn}</GiveWords>
  </InLanguage>
)
