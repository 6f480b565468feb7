import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonLook } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { Field, Input, Select } from '@/components/ui/field'
import { LanguageOptions } from '@/components/ui/language-options'
import { TabLinks } from '@/components/ui/tab-links'
import { editionStates, type EditionState } from '@/lib/chapters/rules'
import type { DeskChapters } from '@/lib/chapters/writing/list-queries'
import type { EditionRow } from '@/lib/chapters/writing/queries'
import type { DeskListWish } from '@/lib/chapters/writing/schema'
import { rich } from '@/components/ui/rich'
import { deskWords } from '@/lib/i18n/desk-words'
import { digits } from '@/lib/i18n/formats'
import { locales, ownName, type Locale } from '@/lib/i18n/locales'
import { StateBadges } from './edition-status'

interface ChapterTableProps {
  locale: Locale
  list: DeskChapters
  /** How many editions there are of each state. */
  counts: Record<EditionState, number>
}

/** Chapter by chapter, the last saved first: which languages each has and how far they are. */
export function ChapterTable({ locale, list, counts }: ChapterTableProps) {
  const { chapters: words, frame } = deskWords(locale)
  const { chapters, next, wish } = list
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
        <Link href="/desk/chapters/new" className={buttonLook({ tone: 'main' })}>
          {words.newChapter}
        </Link>
      </header>
      <TabLinks
        locale={locale}
        label={words.byState}
        tabs={[
          {
            href: listAddress({}),
            name: words.all,
            count: sum(Object.values(counts)),
            current: !wish.state,
          },
          ...editionStates.map((state) => ({
            href: listAddress({ state }),
            name: words.states[state],
            count: counts[state],
            current: state === wish.state,
          })),
        ]}
      />
      <SearchChapters locale={locale} wish={wish} />
      {chapters.length === 0 ? (
        <p className="text-soft">{isNarrow(wish) ? words.noneFits : words.none}</p>
      ) : (
        <ul aria-label={words.title} className="divide-y divide-line rounded-lg border border-line bg-sheet">
          {chapters.map((editions) => (
            <Chapter key={editions[0]!.chapterId} locale={locale} editions={editions} />
          ))}
        </ul>
      )}
      {(next || wish.after) && (
        <nav aria-label={frame.pages} className="flex flex-wrap gap-2">
          {wish.after && (
            <Link className={buttonLook()} href={listAddress(wish)}>
              {frame.firstPage}
            </Link>
          )}
          {next && (
            <Link className={buttonLook()} href={listAddress(wish, next)}>
              {frame.nextPage}
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

const isNarrow = ({ q, locale, state, after }: DeskListWish) => Boolean(q || locale || state || after)

/** The address of a page of the list. */
function listAddress({ q, locale, state }: DeskListWish, after?: string) {
  const asked = Object.entries({ q, locale, state, after }).filter(([, value]) => value)
  const query = new URLSearchParams(asked as [string, string][])
  return asked.length > 0 ? `/desk/chapters?${query}` : '/desk/chapters'
}

function SearchChapters({ locale, wish }: { locale: Locale; wish: DeskListWish }) {
  const { chapters: words } = deskWords(locale)
  const { q, state } = wish
  return (
    <form action="/desk/chapters" role="search" className="flex flex-wrap items-end gap-3">
      {state && <input type="hidden" name="state" value={state} />}
      <Field id="q" label={words.search} className="min-w-48 flex-1">
        <Input id="q" name="q" type="search" maxLength={200} defaultValue={q} dir="auto" autoComplete="off" />
      </Field>
      <Field id="locale" label={words.language}>
        <Select id="locale" name="locale" defaultValue={wish.locale ?? ''}>
          <option value="">{words.all}</option>
          <LanguageOptions />
        </Select>
      </Field>
      <button className={buttonLook()}>{words.searchButton}</button>
    </form>
  )
}

const hidden = (inside: ReactNode) => <span className="sr-only">{inside}</span>

function Chapter({ locale, editions }: { locale: Locale; editions: EditionRow[] }) {
  const { chapters: words } = deskWords(locale)
  const number = digits(locale, editions[0]!.number)
  const isComplete = editions.length === locales.length
  return (
    <li className="grid grid-cols-[2.5rem_1fr] gap-x-2 px-4 py-3 sm:grid-cols-[3.5rem_1fr]">
      <span className="font-serif text-2xl leading-tight text-rubric tabular-nums">
        {rich(locale, words.number, { number, hidden })}
      </span>
      <ul className="grid gap-2">
        <li className="text-xs text-soft">
          <bdi>{editions[0]!.seriesTitle}</bdi>
        </li>
        {editions.map((edition) => (
          <Edition key={edition.editionId} locale={locale} edition={edition} />
        ))}
        {!isComplete && (
          <li>
            <Link
              href={`/desk/chapters/new?of=${editions[0]!.editionId}`}
              className="text-[0.8125rem] text-soft underline decoration-line underline-offset-4 hover:text-ink"
            >
              {rich(locale, words.addLanguage, { number, hidden })}
            </Link>
          </li>
        )}
      </ul>
    </li>
  )
}

function Edition({ locale, edition }: { locale: Locale; edition: EditionRow }) {
  const { editionId, locale: own, title, state, changed } = edition
  const { chapters: words } = deskWords(locale)
  return (
    <li className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
      <span className="w-14 text-xs text-soft" lang={own}>
        {ownName(own)}
      </span>
      <Link
        href={`/desk/chapters/${editionId}`}
        className="font-medium hover:text-rubric"
        lang={own}
        dir="auto"
      >
        {title}
      </Link>
      <StateBadges words={words} state={state} changed={changed} />
      <span className="basis-full text-[0.8125rem] text-soft sm:ms-auto sm:basis-auto">
        <WhatLast locale={locale} edition={edition} />
      </span>
    </li>
  )
}

/** Since when readers see an edition, or when it was saved last. */
function WhatLast({ locale, edition }: { locale: Locale; edition: EditionRow }) {
  const { state, publishAt, savedAt, savedBy } = edition
  const { chapters: words } = deskWords(locale)
  if (publishAt && state !== 'draft' && state !== 'withdrawn')
    return rich(locale, state === 'scheduled' ? words.from : words.since, {
      time: <LocalTime at={publishAt} />,
    })
  const time = <LocalTime at={savedAt} short />
  return savedBy
    ? rich(locale, words.savedBy, { time, name: <bdi>{savedBy}</bdi> })
    : rich(locale, words.saved, { time })
}
