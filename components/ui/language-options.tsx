import { locales, ownName } from '@/lib/i18n/locales'

/** The languages of the site as choices of a `select`, each by its own name. */
export const LanguageOptions = () =>
  locales.map((one) => (
    <option key={one} value={one} lang={one}>
      {ownName(one)}
    </option>
  ))
