import type { Locale } from '@/lib/i18n/locales'
import { fill } from '@/lib/i18n/say'
import { recordWords, ruleName } from '@/lib/i18n/statements/words'

/** Who has decided, inside a sentence: somebody by their name, or one of the rules. */
export const whoDecided = (locale: Locale, { by, rule }: { by: string | null; rule: string | null }) =>
  by ? (
    <bdi>{by}</bdi>
  ) : (
    fill(locale, recordWords(locale).history.rule, { rule: ruleName(locale, rule ?? '') })
  )
