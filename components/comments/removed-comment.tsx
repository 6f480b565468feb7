import type { Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'
import { InReplyTo, type Answered } from './comment'

/** Where a comment stood that others have answered. It has no id: even that would tell when it was written. */
export const RemovedComment = ({ locale, answers }: { locale: Locale; answers?: Answered }) => (
  <p className="removed">
    {words(locale).comments.removed}
    <InReplyTo locale={locale} answers={answers} />
  </p>
)
