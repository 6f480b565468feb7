import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { Field, Input, Select } from '@/components/ui/field'
import { TabLinks } from '@/components/ui/tab-links'
import { editionStates, type EditionState } from '@/lib/chapters/rules'
import type { DeskChapters } from '@/lib/chapters/writing/list-queries'
import type { EditionRow } from '@/lib/chapters/writing/queries'
import type { DeskListWish } from '@/lib/chapters/writing/schema'
import { locales, ownName } from '@/lib/i18n/locales'
import { looks, StateBadges } from './edition-status'

interface ChapterTableProps {
  list: DeskChapters
  /** How many editions there are of each state. */
  counts: Record<EditionState, number>
}

/** Chapter by chapter, the last saved first: which languages each has and how far they are. */
export function ChapterTable({ list, counts }: ChapterTableProps) {
  const { chapters, next, wish } = list
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <h1 className="font-serif text-2xl font-semibold">Chapters</h1>
        <Link href="/desk/chapters/new" className={buttonLook({ tone: 'main' })}>
          New chapter
        </Link>
      </header>
      <TabLinks
        label="Chapters by state"
        tabs={[
          {
            href: listAddress({}),
            name: 'All',
            count: sum(Object.values(counts)),
            current: !wish.state,
          },
          ...editionStates.map((state) => ({
            href: listAddress({ state }),
            name: looks[state].name,
            count: counts[state],
            current: state === wish.state,
          })),
        ]}
      />
      <SearchChapters wish={wish} />
      {chapters.length === 0 ? (
        <p className="text-soft">{isNarrow(wish) ? 'No chapter fits.' : 'Nothing has been written yet.'}</p>
      ) : (
        <ul aria-label="Chapters" className="divide-y divide-line rounded-lg border border-line bg-sheet">
          {chapters.map((editions) => (
            <Chapter key={editions[0]!.chapterId} editions={editions} />
          ))}
        </ul>
      )}
      {(next || wish.after) && (
        <nav aria-label="Pages" className="flex flex-wrap gap-2">
          {wish.after && (
            <Link className={buttonLook()} href={listAddress(wish)}>
              First page
            </Link>
          )}
          {next && (
            <Link className={buttonLook()} href={listAddress(wish, next)}>
              Next page
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

function SearchChapters({ wish: { q, locale, state } }: { wish: DeskListWish }) {
  return (
    <form action="/desk/chapters" role="search" className="flex flex-wrap items-end gap-3">
      {state && <input type="hidden" name="state" value={state} />}
      <Field id="q" label="Search chapters" className="min-w-48 flex-1">
        <Input id="q" name="q" type="search" maxLength={200} defaultValue={q} dir="auto" autoComplete="off" />
      </Field>
      <Field id="locale" label="Language">
        <Select id="locale" name="locale" defaultValue={locale ?? ''}>
          <option value="">All</option>
          {locales.map((one) => (
            <option key={one} value={one} lang={one}>
              {ownName(one)}
            </option>
          ))}
        </Select>
      </Field>
      <button className={buttonLook()}>Search</button>
    </form>
  )
}

function Chapter({ editions }: { editions: EditionRow[] }) {
  const isComplete = editions.length === locales.length
  return (
    <li className="grid grid-cols-[2.5rem_1fr] gap-x-2 px-4 py-3 sm:grid-cols-[3.5rem_1fr]">
      <span className="font-serif text-2xl leading-tight text-rubric tabular-nums">
        <span className="sr-only">Chapter </span>
        {editions[0]!.number}
      </span>
      <ul className="grid gap-2">
        <li className="text-xs text-soft" dir="auto">
          {editions[0]!.seriesTitle}
        </li>
        {editions.map((edition) => (
          <Edition key={edition.editionId} edition={edition} />
        ))}
        {!isComplete && (
          <li>
            <Link
              href={`/desk/chapters/new?of=${editions[0]!.editionId}`}
              className="text-[0.8125rem] text-soft underline decoration-line underline-offset-4 hover:text-ink"
            >
              Add a language<span className="sr-only"> to chapter {editions[0]!.number}</span>
            </Link>
          </li>
        )}
      </ul>
    </li>
  )
}

function Edition({ edition }: { edition: EditionRow }) {
  const { editionId, locale, title, state, changed, publishAt, savedAt, savedBy } = edition
  return (
    <li className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
      <span className="w-14 text-xs text-soft" lang={locale}>
        {ownName(locale)}
      </span>
      <Link
        href={`/desk/chapters/${editionId}`}
        className="font-medium hover:text-rubric"
        lang={locale}
        dir="auto"
      >
        {title}
      </Link>
      <StateBadges state={state} changed={changed} />
      <span className="basis-full text-[0.8125rem] text-soft sm:ms-auto sm:basis-auto">
        {publishAt && state !== 'draft' && state !== 'withdrawn' ? (
          <>
            {state === 'scheduled' ? 'from ' : 'since '}
            <LocalTime at={publishAt} />
          </>
        ) : (
          <>
            saved <LocalTime at={savedAt} short />
            {savedBy && (
              <>
                {' '}
                by <bdi>{savedBy}</bdi>
              </>
            )}
          </>
        )}
      </span>
    </li>
  )
}
