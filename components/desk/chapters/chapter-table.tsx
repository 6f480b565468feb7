import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import type { EditionRow } from '@/lib/chapters/writing/queries'
import { locales, ownName } from '@/lib/i18n/locales'
import { StateBadges } from './edition-status'

/** Series by series, chapter by chapter: which languages it has and how far each is. */
export function ChapterTable({ editions }: { editions: EditionRow[] }) {
  const series = Object.values(Object.groupBy(editions, ({ seriesId }) => seriesId))
  return (
    <div className="grid gap-7">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <h1 className="font-serif text-2xl font-semibold">Chapters</h1>
        <Link href="/desk/chapters/new" className={buttonLook({ tone: 'main' })}>
          New chapter
        </Link>
      </header>
      {series.length === 0 && <p className="text-soft">Nothing has been written yet.</p>}
      {series.map((chapters) => (
        <Series key={chapters![0]!.seriesId} editions={chapters!} />
      ))}
    </div>
  )
}

function Series({ editions }: { editions: EditionRow[] }) {
  const { seriesId, seriesTitle } = editions[0]!
  const chapters = Object.values(Object.groupBy(editions, ({ chapterId }) => chapterId))
  return (
    <section aria-labelledby={seriesId} className="grid gap-2">
      <h2 id={seriesId} className="text-sm font-semibold" dir="auto">
        {seriesTitle}
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
        {chapters.map((ofChapter) => (
          <Chapter key={ofChapter![0]!.chapterId} editions={ofChapter!} />
        ))}
      </ul>
    </section>
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
