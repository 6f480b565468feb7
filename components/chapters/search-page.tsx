import { Pages } from '@/components/site/pages'
import type { Found } from '@/lib/chapters/published'
import { pageLength, searchLimits, searchQuery, type Search } from '@/lib/chapters/rules'
import { locales, ownName, type Locale } from '@/lib/i18n/locales'
import { archivePath, searchPath, tagsPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { ChapterList } from './chapter-list'

interface SearchPageProps {
  locale: Locale
  search: Search
  answer: { found: Found[]; total: number; more: boolean; alike: boolean }
  /** What the search is narrowed to, in words. */
  within: { series?: string; tag?: string }
}

/** The form, and below it what was found. Everything a reader typed is text here. */
export function SearchPage({ locale, search, answer, within }: SearchPageProps) {
  const { search: here, pages } = words(locale).reading
  const to = (page: number) => searchPath(locale) + searchQuery({ ...search, page })
  const last = Math.min(Math.ceil(answer.total / pageLength.found), searchLimits.pages)
  return (
    <>
      <header className="list-title">
        <h1>{search.q ? say(locale, here.titleFor, { q: search.q }) : here.title}</h1>
      </header>
      <form className="search" action={searchPath(locale)} role="search">
        <label htmlFor="q">{here.label}</label>
        <input
          {...{ id: 'q', name: 'q', type: 'search', defaultValue: search.q, dir: 'auto' }}
          {...{ maxLength: searchLimits.characters, 'aria-describedby': 'q-hint' }}
        />
        <button type="submit">{here.button}</button>
        {search.series && (
          <Only {...{ name: 'series', value: search.series, locale, within: within.series }} />
        )}
        {search.tag && <Only {...{ name: 'tag', value: search.tag, locale, within: within.tag }} />}
        <p className="hint" id="q-hint">
          {here.hint}
        </p>
      </form>
      {search.q && <Outcome {...{ locale, search, answer }} />}
      {answer.found.length > 0 && <ChapterList locale={locale} chapters={answer.found} />}
      <Pages
        locale={locale}
        before={search.page > 1 ? { href: to(search.page - 1), label: pages.previous } : undefined}
        after={search.page < last ? { href: to(search.page + 1), label: pages.next } : undefined}
      />
    </>
  )
}

const Only = ({
  locale,
  name,
  value,
  within,
}: {
  locale: Locale
  name: string
  value: string
  within?: string
}) => (
  <label className="only">
    <input type="checkbox" name={name} value={value} defaultChecked />{' '}
    {say(locale, words(locale).reading.search.within, { name: within ?? value })}
  </label>
)

function Outcome({ locale, search, answer }: Omit<SearchPageProps, 'within'>) {
  const { search: here, nav } = words(locale).reading
  const count = answer.more
    ? say(locale, here.many, { count: answer.total })
    : say(locale, here.found, { count: answer.total })
  const elsewhere = locales.filter((one) => one !== locale)
  return (
    <div className="outcome">
      <p role="status">{answer.alike ? here.alike : count}</p>
      {answer.total === 0 && !answer.alike && (
        <p>
          {here.none} <a href={tagsPath(locale)}>{nav.tags}</a>{' '}
          <a href={archivePath(locale)}>{nav.archive}</a>
        </p>
      )}
      <p className="hint">
        {elsewhere.map((one) => (
          <a key={one} hrefLang={one} href={searchPath(one) + searchQuery({ q: search.q, page: 1 })}>
            {say(locale, here.inLanguage, { language: ownName[one] })}
          </a>
        ))}
      </p>
    </div>
  )
}
