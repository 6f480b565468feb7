import type { Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'

/** Leads back to the chapter that this browser remembers as not read to its end; our script fills it in. */
export const GoOn = ({ locale }: { locale: Locale }) => (
  <p className="go-on" hidden>
    {words(locale).reading.comfort.goOn}: <a href="#main" dir="auto" />
  </p>
)
