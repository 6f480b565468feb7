import { locales, type Locale } from '@/lib/i18n/locales'
import { chapterPath, homePath, searchPath } from '@/lib/i18n/paths'
import { words } from '@/lib/i18n/words'
import { Frame } from './frame'

interface MissingProps {
  locale: Locale
  /** Withdrawn for good, or only not there. */
  gone?: boolean
  /** Chapters whose addresses look like the one that was asked for. */
  alike?: { slug: string; title: string }[]
}

/** What is said in place of a page while the database is away, or too many ask. */
export function AwayText({ locale }: { locale: Locale }) {
  const { away, awayText } = words(locale).site
  return (
    <div className="page">
      <p className="numeral">503</p>
      <h1>{away}</h1>
      <p>{awayText}</p>
    </div>
  )
}

/** The page that says that there is no such page, and where to look for what was meant. */
export function NotFoundText({ locale, gone = false, alike = [] }: MissingProps) {
  const { missing, reading } = words(locale)
  const said = gone ? reading.gone : missing
  return (
    <Frame locale={locale} languages={locales.map((other) => ({ locale: other, path: homePath(other) }))}>
      <div className="page">
        <p className="numeral">{gone ? 410 : 404}</p>
        <h1>{said.title}</h1>
        <p>{said.text}</p>
        {alike.length > 0 && (
          <>
            <p>{reading.maybe}</p>
            <ul>
              {alike.map(({ slug, title }) => (
                <li key={slug}>
                  <a href={chapterPath(locale, slug)}>
                    <bdi>{title}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <form className="search" action={searchPath(locale)} role="search">
          <label htmlFor="q">{reading.search.label}</label>
          <input id="q" name="q" type="search" maxLength={100} dir="auto" />
          <button type="submit">{reading.search.button}</button>
        </form>
        <p>
          <a href={homePath(locale)}>{missing.home}</a>
        </p>
      </div>
    </Frame>
  )
}
