import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { Panel } from '@/components/ui/panel'
import { rich } from '@/components/ui/rich'
import type { EditionRow } from '@/lib/chapters/writing/queries'
import { searchQuery, type EditionState } from '@/lib/chapters/rules'
import type { Searched } from '@/lib/chapters/counts/countable-search'
import { deskWords } from '@/lib/i18n/desk-words'
import { amount, digits } from '@/lib/i18n/formats'
import { ownName, type Locale } from '@/lib/i18n/locales'
import { StateBadges } from '../chapters/edition-status'
import { SpamCheck, type Checking } from '../spam/spam-check'

interface OverviewProps {
  locale: Locale
  name: string
  /** Left out for who does not moderate. */
  comments?: Record<'pending' | 'approved' | 'spam' | 'trash', number>
  checking?: Checking
  editions: Record<EditionState, number>
  drafts: EditionRow[]
  searched: Searched[]
}

export function Overview({ locale, name, comments, editions, checking, drafts, searched }: OverviewProps) {
  const { overview: words, chapters } = deskWords(locale)
  return (
    <div className="grid gap-8">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <h1 className="font-serif text-2xl font-semibold">
          {rich(locale, words.greeting, { name: <bdi>{name}</bdi> })}
        </h1>
        <Link href="/desk/chapters/new" className={buttonLook({ tone: 'main' })}>
          {words.newChapter}
        </Link>
      </header>
      <div className="grid gap-4 md:grid-cols-2">
        {comments && <Comments locale={locale} comments={comments} checking={checking} />}
        <Panel title={words.chapters}>
          <Figures
            locale={locale}
            figures={[
              { name: chapters.states.published, count: editions.published, href: '/desk/chapters' },
              { name: chapters.states.scheduled, count: editions.scheduled, href: '/desk/chapters' },
              { name: words.drafts, count: editions.draft, href: '/desk/chapters' },
              { name: chapters.states.withdrawn, count: editions.withdrawn, href: '/desk/chapters' },
            ]}
          />
          <p className="text-[0.8125rem] text-soft">{words.eachLanguage}</p>
        </Panel>
      </div>
      <section className="grid gap-2" aria-labelledby="drafts">
        <h2 id="drafts" className="text-sm font-semibold">
          {words.notOut}
        </h2>
        {drafts.length === 0 ? (
          <p className="text-sm text-soft">{words.allOut}</p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
            {drafts.map((draft) => (
              <DraftRow key={draft.editionId} draft={draft} locale={locale} />
            ))}
          </ul>
        )}
      </section>
      <section className="grid gap-2" aria-labelledby="searched">
        <h2 id="searched" className="text-sm font-semibold">
          {words.searched}
        </h2>
        {searched.length === 0 ? (
          <p className="text-sm text-soft">{words.noneSearched}</p>
        ) : (
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {searched.map(({ locale: language, words: q, searches }) => (
              <li key={`${language} ${q}`}>
                <a
                  href={`/${language}/search${searchQuery({ q, page: 1 })}`}
                  className="underline decoration-line underline-offset-4 hover:text-rubric"
                  lang={language}
                  dir="auto"
                >
                  {q}
                </a>{' '}
                <span className="text-soft tabular-nums">{amount(locale, searches)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

type CommentsProps = { locale: Locale } & Pick<OverviewProps, 'checking'> &
  Required<Pick<OverviewProps, 'comments'>>

function Comments({ locale, comments, checking }: CommentsProps) {
  const { overview: words, queue } = deskWords(locale)
  const states = ['pending', 'approved', 'spam', 'trash'] as const
  return (
    <Panel title={words.comments}>
      <Figures
        locale={locale}
        figures={states.map((state) => ({
          name: queue.states[state],
          count: comments[state],
          href: state === 'pending' ? '/desk/queue' : `/desk/queue?status=${state}`,
          isLoud: state === 'pending' && comments.pending > 0,
        }))}
      />
      {checking && <SpamCheck checking={checking} locale={locale} />}
    </Panel>
  )
}

interface FiguresProps {
  locale: Locale
  figures: { name: string; count: number; href: string; isLoud?: boolean }[]
}

function Figures({ locale, figures }: FiguresProps) {
  return (
    <ul className="grid grid-cols-4 gap-2">
      {figures.map(({ name, count, href, isLoud }) => (
        <li key={name}>
          <Link href={href} className="grid rounded-md py-1 hover:bg-tint">
            <span className={`font-serif text-3xl leading-tight tabular-nums ${isLoud ? 'text-rubric' : ''}`}>
              {amount(locale, count)}
            </span>
            <span className="text-xs text-soft">{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function DraftRow({ draft, locale }: { draft: EditionRow; locale: Locale }) {
  const { editionId, title, seriesTitle, number, state, changed, savedAt, savedBy } = draft
  const { chapters, overview } = deskWords(locale)
  const time = <LocalTime at={savedAt} short />
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
      <Link
        href={`/desk/chapters/${editionId}`}
        className="font-medium hover:text-rubric"
        lang={draft.locale}
        dir="auto"
      >
        {title}
      </Link>
      <StateBadges words={chapters} state={state} changed={changed} />
      <span className="text-soft sm:ms-auto">
        <bdi>{seriesTitle}</bdi> {digits(locale, number)} ·{' '}
        <span lang={draft.locale}>{ownName(draft.locale)}</span> ·{' '}
        {savedBy ? rich(locale, overview.savedBy, { time, name: <bdi>{savedBy}</bdi> }) : time}
      </span>
    </li>
  )
}
