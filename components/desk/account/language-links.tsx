import { locales, ownName, type Locale } from '@/lib/i18n/locales'

/** The languages of the pages in front of the desk. A choice is kept in the browser (proxy.ts), so that it outlives the page. */
export const LanguageLinks = ({ label, locale }: { label: string; locale: Locale }) => (
  <nav aria-label={label} className="mt-4">
    <ul className="flex flex-wrap justify-center gap-x-4">
      {locales.map((one) => (
        <li key={one}>
          <a
            href={`?language=${one}`}
            hrefLang={one}
            lang={one}
            aria-current={one === locale ? 'true' : undefined}
            className="inline-block py-1.5 text-sm text-soft underline decoration-line underline-offset-4 hover:text-ink aria-current:font-semibold aria-current:text-ink aria-current:no-underline"
          >
            {ownName(one)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
