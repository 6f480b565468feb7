import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'

/** The form's place on the page, whatever stands in it. The script knows a draft by the chapter. */
export const Respond = ({ chapterId, children }: { chapterId: string; children: ReactNode }) => (
  <section id="respond" className="respond" aria-labelledby="respond-title" data-chapter={chapterId}>
    {children}
  </section>
)

export const Closed = ({ locale, chapterId, text }: { locale: Locale; chapterId: string; text?: string }) => (
  <Respond chapterId={chapterId}>
    <h2 id="respond-title">{words(locale).form.closed}</h2>
    <p>{words(locale).form.closedMore}</p>
    {text && (
      <div id="said" className="field" tabIndex={-1}>
        <label htmlFor="unsent">{words(locale).form.unsent}</label>
        <textarea id="unsent" rows={8} dir="auto" readOnly defaultValue={text} />
      </div>
    )}
  </Respond>
)

export const ReceivedNotice = ({
  locale,
  chapterId,
  link,
}: {
  locale: Locale
  chapterId: string
  link?: string
}) => (
  <Respond chapterId={chapterId}>
    <h2 id="respond-title">{words(locale).form.title}</h2>
    <div id="said" className="received" role="status" tabIndex={-1}>
      <p>
        <strong>{words(locale).form.received}</strong>
      </p>
      <p>{words(locale).form.receivedMore}</p>
      {link && (
        <p>
          <a href={link}>{words(locale).form.statusLink}</a>. {words(locale).form.statusHint}
        </p>
      )}
    </div>
  </Respond>
)
