import { Pages } from '@/components/site/pages'
import type { Choice, SearchHit, Narrowing } from '@/lib/chapters/reading/types'
import { pageLength, searchLimits, searchQuery, type Search } from '@/lib/chapters/rules'
import { locales, ownName, type Locale } from '@/lib/i18n/locales'
import { allSeriesPath, archivePath, mostReadPath, searchPath, tagsPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { ChapterList } from './chapter-list'

interface SearchPageProps {
  locale: Locale
  search: Search
  answer: { found: SearchHit[]; total: number; more: boolean; alike: boolean; common: boolean }
  /** What the search may be narrowed to. */
  narrowing: Narrowing
  /** What others search for, where nothing has been asked yet. */
  often: string[]
}

/** The form, and below it what was found. Everything a reader typed is text here. */
export function SearchPage({ locale, search, answer, narrowing, often }: SearchPageProps) {
  const { search: here, pages } = words(locale).reading
  const counts = !answer.more
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
          id="q"
          name="q"
          type="search"
          defaultValue={search.q}
          dir="auto"
          maxLength={searchLimits.characters}
          aria-describedby="q-hint"
          required
        />
        <button type="submit">{here.button}</button>
        <div className="narrow">
          <div>
            <label htmlFor="language">{here.language}</label>
            <select id="language" name="language" defaultValue={locale}>
              {locales.map((one) => (
                <option key={one} value={one} lang={one}>
                  {ownName(one)}
                </option>
              ))}
            </select>
          </div>
          <Narrow
            locale={locale}
            name="series"
            chosen={search.series}
            choices={narrowing.series}
            counts={counts}
          />
          <Narrow locale={locale} name="tag" chosen={search.tag} choices={narrowing.tags} counts={counts} />
        </div>
        <p className="hint" id="q-hint">
          {here.hint}
        </p>
      </form>
      {often.length > 0 && (
        <nav className="choices" aria-label={here.often}>
          <span>{here.often}</span>
          {often.map((q) => (
            <a key={q} href={searchPath(locale) + searchQuery({ q, page: 1 })} dir="auto">
              {q}
            </a>
          ))}
        </nav>
      )}
      {search.q && <Outcome locale={locale} search={search} answer={answer} />}
      {answer.found.length > 0 && <ChapterList locale={locale} chapters={answer.found} />}
      <Pages
        locale={locale}
        before={search.page > 1 ? { href: to(search.page - 1), label: pages.previous } : undefined}
        after={search.page < last ? { href: to(search.page + 1), label: pages.next } : undefined}
      />
    </>
  )
}

interface NarrowProps {
  locale: Locale
  name: 'series' | 'tag'
  chosen: string | undefined
  choices: Choice[]
  /** Are the numbers those of everything that was found? */
  counts: boolean
}

/** A field that narrows the search; what is chosen can be chosen otherwise, even when nothing was found in it. */
function Narrow({ locale, name, chosen, choices, counts }: NarrowProps) {
  const { search: here } = words(locale).reading
  const known = choices.some(({ slug }) => slug === chosen)
  const all = !chosen || known ? choices : [{ slug: chosen, name: chosen, chapters: 0 }, ...choices]
  if (all.length === 0) return null
  return (
    <div>
      <label htmlFor={name}>{here[name]}</label>
      <select id={name} name={name} defaultValue={chosen ?? ''}>
        <option value="">{here[`${name}All`]}</option>
        {all.map(({ slug, name: title, chapters }) => (
          <option key={slug} value={slug}>
            {counts && chapters > 0 ? say(locale, here.choice, { name: title, count: chapters }) : title}
          </option>
        ))}
      </select>
    </div>
  )
}

function Outcome({ locale, search, answer }: Pick<SearchPageProps, 'locale' | 'search' | 'answer'>) {
  const { search: here } = words(locale).reading
  const count = answer.more
    ? say(locale, here.many, { count: answer.total })
    : say(locale, here.found, { count: answer.total })
  const elsewhere = locales.filter((one) => one !== locale)
  return (
    <div className="outcome">
      <p role="status">{answer.common ? here.common : answer.alike ? here.alike : count}</p>
      {answer.found.length === 0 && <Help locale={locale} search={search} />}
      <p className="hint">
        {elsewhere.map((one) => (
          <a key={one} hrefLang={one} href={searchPath(one) + searchQuery({ q: search.q, page: 1 })}>
            {say(locale, here.inLanguage, { language: ownName(one) })}
          </a>
        ))}
      </p>
    </div>
  )
}

/** What somebody can do who found nothing: look more widely, for one word, or in the lists. */
function Help({ locale, search }: Pick<SearchPageProps, 'locale' | 'search'>) {
  const { search: here, nav } = words(locale).reading
  const to = (q: string) => searchPath(locale) + searchQuery({ q, page: 1 })
  const single = [...new Set(search.q.split(/[\s"]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word)))]
  return (
    <>
      {(search.series || search.tag || search.page > 1) && (
        <p>
          <a href={to(search.q)}>{here.everywhere}</a>
        </p>
      )}
      {single.length > 1 && (
        <p>
          {here.single}{' '}
          {single.slice(0, 6).map((word) => (
            <a key={word} href={to(word)} dir="auto">
              {word}
            </a>
          ))}
        </p>
      )}
      <p>
        {here.none} <a href={allSeriesPath(locale)}>{nav.series}</a> <a href={tagsPath(locale)}>{nav.tags}</a>{' '}
        <a href={archivePath(locale)}>{nav.archive}</a> <a href={mostReadPath(locale)}>{nav.mostRead}</a>
      </p>
    </>
  )
}
