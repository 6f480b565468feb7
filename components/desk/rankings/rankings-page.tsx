import Link from 'next/link'
import { Button } from '@/components/ui/button'
import type { DeskRanking, EditionForWriting } from '@/lib/chapters/writing/queries'
import { isolated } from '@/lib/i18n/isolated'
import { RankingForm, type RankingAction } from './ranking-form'

interface RankingsPageProps {
  edition: EditionForWriting
  rankings: DeskRanking[]
  mayPublish: boolean
  record: RankingAction
  remove: (form: FormData) => Promise<void>
}

/** The places that a chapter took in rankings: a form for a new one, and all there are, newest first. */
export function RankingsPage({ edition, rankings, mayPublish, record, remove }: RankingsPageProps) {
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <header className="grid gap-1">
        <p className="text-sm">
          <Link
            href={`/desk/chapters/${edition.editionId}`}
            className="inline-block py-1 underline decoration-rubric underline-offset-4"
            lang={edition.locale}
            dir="auto"
          >
            {edition.title}
          </Link>
        </p>
        <h1 className="font-serif text-2xl font-semibold">Places in rankings</h1>
        <p className="text-sm text-soft">
          Readers see each with its source and its day, at the chapter in every language and in the list of
          all rankings.
        </p>
      </header>
      {mayPublish ? (
        <RankingForm chapterId={edition.chapterId} action={record} />
      ) : (
        <p className="text-sm text-soft">An admin records rankings.</p>
      )}
      <section aria-labelledby="recorded" className="grid gap-2">
        <h2 id="recorded" className="text-sm font-semibold">
          Recorded
        </h2>
        {rankings.length === 0 ? (
          <p className="text-sm text-soft">Nothing has been recorded for this chapter.</p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
            {rankings.map((ranking) => (
              <Recorded key={ranking.id} ranking={ranking} mayPublish={mayPublish} remove={remove} />
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

interface RecordedProps extends Pick<RankingsPageProps, 'mayPublish' | 'remove'> {
  ranking: DeskRanking
}

function Recorded({ ranking, mayPublish, remove }: RecordedProps) {
  const { id, chapterId, kind, subject, place, country, service, sourceUrl, asOf } = ranking
  const day = asOf.toISOString().slice(0, 10)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
      <time dateTime={day} className="text-soft tabular-nums">
        {day}
      </time>
      <span>
        No. {place} {kind === 'hashtag' ? 'for ' : 'in searches for '}
        <bdi>{kind === 'hashtag' ? `#${subject}` : `“${subject}”`}</bdi>, <bdi>{service}</bdi>
        {country && `, ${country}`}
      </span>
      <a
        href={sourceUrl}
        rel="noopener noreferrer"
        target="_blank"
        className="text-[0.8125rem] text-soft underline decoration-line underline-offset-4 hover:text-ink"
      >
        {new URL(sourceUrl).host}
      </a>
      {mayPublish && (
        <form action={remove} className="ms-auto">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="chapterId" value={chapterId} />
          <Button
            type="submit"
            size="small"
            aria-label={`Remove No. ${place} for ${isolated('en', subject)} of ${day}`}
          >
            Remove
          </Button>
        </form>
      )}
    </li>
  )
}
