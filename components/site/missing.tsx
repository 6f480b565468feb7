import { locales, type Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'
import { Frame } from './frame'
import { homePath } from '@/lib/i18n/paths'

/** The page that says that there is no such page. */
export function Missing({ locale }: { locale: Locale }) {
  const { missing } = words(locale)
  return (
    <Frame locale={locale} languages={locales.map((other) => ({ locale: other, path: homePath(other) }))}>
      <div className="page">
        <p className="numeral">404</p>
        <h1>{missing.title}</h1>
        <p>{missing.text}</p>
        <p>
          <a href={homePath(locale)}>{missing.home}</a>
        </p>
      </div>
    </Frame>
  )
}
