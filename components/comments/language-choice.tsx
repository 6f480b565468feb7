import { ownName, type Locale } from '@/lib/i18n/locales'
import { languageChoice } from '@/lib/i18n/paths'
import { words } from '@/lib/i18n/words'

/** Which languages' comments to show; the stylesheet hides the others, so it works without scripts. */
export function LanguageChoice({ locale, spoken }: { locale: Locale; spoken: Locale[] }) {
  const { threads } = words(locale).reading
  return (
    <fieldset className="choices">
      <legend>{threads.languages}</legend>
      <label>
        <input type="radio" name={languageChoice} id="comments-in-all" value="" defaultChecked />
        {threads.all}
      </label>
      {spoken.map((one) => (
        <label key={one} lang={one}>
          <input type="radio" name={languageChoice} id={`comments-in-${one}`} value={one} />
          {ownName(one)}
        </label>
      ))}
    </fieldset>
  )
}
