import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { locales, ownName } from '@/lib/i18n/locales'
import {
  allSeriesPath,
  archivePath,
  feedPath,
  homePath,
  mostReadPath,
  privacyPath,
  rankingsPath,
  searchPath,
  tagsPath,
} from '@/lib/i18n/paths'
import { words } from '@/lib/i18n/words'

interface PageInLanguage {
  locale: Locale
  path: string
}

interface FrameProps {
  locale: Locale
  /** The same page in every language in which it exists, or what is nearest to it there. Left out: it is in one only. */
  languages?: PageInLanguage[]
  children: ReactNode
}

/**
 * What is around every page: the masthead with the same page in other languages, or their home where it does not
 * exist, and the foot.
 */
export function Frame({ locale, languages, children }: FrameProps) {
  const { site, reading } = words(locale)
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
        {languages && <Languages locale={locale} languages={languages} />}
        <nav className="ways" aria-label={reading.nav.label}>
          <a href={allSeriesPath(locale)}>{reading.nav.series}</a>{' '}
          <a href={tagsPath(locale)}>{reading.nav.tags}</a>{' '}
          <a href={archivePath(locale)}>{reading.nav.archive}</a>{' '}
          <a href={mostReadPath(locale)}>{reading.nav.mostRead}</a>{' '}
          <a href={searchPath(locale)}>{reading.nav.search}</a>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <p>{site.line}</p>
        <nav aria-label={site.footer}>
          <a href={homePath(locale)}>{site.home}</a> <a href={rankingsPath(locale)}>{reading.nav.rankings}</a>{' '}
          <a href={`${feedPath(locale)}/atom.xml`}>{reading.nav.feed}</a>{' '}
          <a href={privacyPath(locale)}>{site.privacy}</a>
        </nav>
      </footer>
    </>
  )
}

function Languages({ locale, languages }: { locale: Locale; languages: PageInLanguage[] }) {
  const paths = new Map(languages.map((language) => [language.locale, language.path]))
  return (
    <nav className="languages" aria-label={words(locale).site.languages}>
      <ul>
        {locales.map((other) => (
          <li key={other}>
            <a
              href={paths.get(other) ?? homePath(other)}
              hrefLang={other}
              lang={other}
              title={paths.has(other) ? undefined : words(other).site.home}
              aria-current={other === locale ? 'true' : undefined}
            >
              {ownName(other)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
