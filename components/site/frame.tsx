import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { ownName } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'
import { homePath, privacyPath } from '@/lib/i18n/paths'

export interface InLanguage {
  locale: Locale
  path: string
}

/** What is around every page: the masthead with the same page in other languages, and the foot. */
export function Frame({
  locale,
  languages,
  children,
}: {
  locale: Locale
  languages: InLanguage[]
  children: ReactNode
}) {
  const { site } = words(locale)
  return (
    <>
      <a className="skip" href="#main">
        {site.skip}
      </a>
      <header className="masthead">
        <p>
          <a href={homePath(locale)} translate="no">
            {site.name}
          </a>
          <span>{site.line}</span>
        </p>
        <Languages locale={locale} languages={languages} />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <p>{site.line}</p>
        <nav aria-label={site.footer}>
          <a href={homePath(locale)}>{site.home}</a> <a href={privacyPath(locale)}>{site.privacy}</a>
        </nav>
      </footer>
    </>
  )
}

function Languages({ locale, languages }: { locale: Locale; languages: InLanguage[] }) {
  if (languages.every((language) => language.locale === locale)) return null
  return (
    <nav className="languages" aria-label={words(locale).site.languages}>
      <ul>
        {languages.map((language) => (
          <li key={language.locale}>
            <a
              {...{ href: language.path, hrefLang: language.locale, lang: language.locale }}
              aria-current={language.locale === locale ? 'true' : undefined}
            >
              {ownName[language.locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
