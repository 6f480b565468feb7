import type { Locale } from '@/lib/i18n/locales'
import { digits } from '@/lib/i18n/formats'
import { privacyText } from '@/lib/i18n/privacy'

/** What is stored, why and how long; `traceDays` is how long the traces of a submission are kept. */
export function PrivacyPage({ locale, traceDays }: { locale: Locale; traceDays: number }) {
  const text = privacyText(locale)
  return (
    <article className="page">
      <h1>{text.title}</h1>
      <p className="lead">{text.intro}</p>
      {text.parts.map((part) => (
        <section key={part.title}>
          <h2>{part.title}</h2>
          <ul>
            {part.points.map((point) => (
              <li key={point}>{point.replaceAll('{days}', digits(locale, traceDays))}</li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  )
}
