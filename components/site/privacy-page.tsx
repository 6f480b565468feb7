import type { Locale } from '@/lib/i18n/locales'
import { digits } from '@/lib/i18n/formats'
import { privacyText } from '@/lib/i18n/privacy'

interface PrivacyProps {
  locale: Locale
  /** How long the traces of a submission are kept. */
  traceDays: number
  akismet: boolean
}

/** What is stored, why and how long. */
export function PrivacyPage({ locale, traceDays, akismet }: PrivacyProps) {
  const text = privacyText(locale)
  const filled = (point: string) =>
    point
      .replaceAll('{days}', () => digits(locale, traceDays))
      .replaceAll('{akismet}', () => text.akismet[akismet ? 'on' : 'off'])
  return (
    <article className="page">
      <h1>{text.title}</h1>
      <p className="lead">{text.intro}</p>
      {text.parts.map((part) => (
        <section key={part.title}>
          <h2>{part.title}</h2>
          <ul>
            {part.points.map((point) => (
              <li key={point}>{filled(point)}</li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  )
}
