import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { Panel } from '@/components/ui/panel'
import type { EditionRow } from '@/lib/chapters/writing/queries'
import { searchQuery, type EditionState } from '@/lib/chapters/rules'
import type { Searched } from '@/lib/chapters/counts/countable-search'
import { ownName } from '@/lib/i18n/locales'
import { StateBadges } from '../chapters/edition-status'
import { SpamCheck, type Checking } from '../spam/spam-check'

interface OverviewProps {
  name: string
  comments: Record<'pending' | 'approved' | 'spam' | 'trash', number>
  editions: Record<EditionState, number>
  checking: Checking
  drafts: EditionRow[]
  searched: Searched[]
}

export function Overview({ name, comments, editions, checking, drafts, searched }: OverviewProps) {
  return (
    <div className="grid gap-8">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <h1 className="font-serif text-2xl font-semibold">
          Good to see you, <bdi>{name}</bdi>
        </h1>
        <Link href="/desk/chapters/new" className={buttonLook({ tone: 'main' })}>
          New chapter
        </Link>
      </header>
      <div className="grid gap-4 md:grid-cols-2">
        <Panel title="Comments">
          <Figures
            figures={[
              { name: 'Pending', count: comments.pending, href: '/desk/queue', isLoud: comments.pending > 0 },
              { name: 'Approved', count: comments.approved, href: '/desk/queue?status=approved' },
              { name: 'Spam', count: comments.spam, href: '/desk/queue?status=spam' },
              { name: 'Trash', count: comments.trash, href: '/desk/queue?status=trash' },
            ]}
          />
          <SpamCheck checking={checking} />
        </Panel>
        <Panel title="Chapters">
          <Figures
            figures={[
              { name: 'Published', count: editions.published, href: '/desk/chapters' },
              { name: 'Scheduled', count: editions.scheduled, href: '/desk/chapters' },
              { name: 'Drafts', count: editions.draft, href: '/desk/chapters' },
              { name: 'Withdrawn', count: editions.withdrawn, href: '/desk/chapters' },
            ]}
          />
          <p className="text-[0.8125rem] text-soft">Each language of a chapter counts by itself.</p>
        </Panel>
      </div>
      <section className="grid gap-2" aria-labelledby="drafts">
        <h2 id="drafts" className="text-sm font-semibold">
          Not out yet
        </h2>
        {drafts.length === 0 ? (
          <p className="text-sm text-soft">Everything that was written is published.</p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
            {drafts.map((draft) => (
              <DraftRow key={draft.editionId} draft={draft} />
            ))}
          </ul>
        )}
      </section>
      <section className="grid gap-2" aria-labelledby="searched">
        <h2 id="searched" className="text-sm font-semibold">
          Most searched words of the last month
        </h2>
        {searched.length === 0 ? (
          <p className="text-sm text-soft">
            None yet. Words are counted once three different readers have searched for them in a week.
          </p>
        ) : (
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {searched.map(({ locale, words, searches }) => (
              <li key={`${locale} ${words}`}>
                <a
                  href={`/${locale}/search${searchQuery({ q: words, page: 1 })}`}
                  className="underline decoration-line underline-offset-4 hover:text-rubric"
                  lang={locale}
                  dir="auto"
                >
                  {words}
                </a>{' '}
                <span className="text-soft tabular-nums">{searches}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function Figures({
  figures,
}: {
  figures: { name: string; count: number; href: string; isLoud?: boolean }[]
}) {
  return (
    <ul className="grid grid-cols-4 gap-2">
      {figures.map(({ name, count, href, isLoud }) => (
        <li key={name}>
          <Link href={href} className="grid rounded-md py-1 hover:bg-tint">
            <span className={`font-serif text-3xl leading-tight tabular-nums ${isLoud ? 'text-rubric' : ''}`}>
              {count}
            </span>
            <span className="text-xs text-soft">{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function DraftRow({ draft }: { draft: EditionRow }) {
  const { editionId, title, locale, seriesTitle, number, state, changed, savedAt, savedBy } = draft
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
      <Link
        href={`/desk/chapters/${editionId}`}
        className="font-medium hover:text-rubric"
        lang={locale}
        dir="auto"
      >
        {title}
      </Link>
      <StateBadges state={state} changed={changed} />
      <span className="text-soft sm:ms-auto">
        <bdi>{seriesTitle}</bdi> {number} · <span lang={locale}>{ownName(locale)}</span> ·{' '}
        <LocalTime at={savedAt} short />
        {savedBy && (
          <>
            {' '}
            by <bdi>{savedBy}</bdi>
          </>
        )}
      </span>
    </li>
  )
}
