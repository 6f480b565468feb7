import Link from 'next/link'
import { Button } from '@/components/ui/button'
import type { DeskRanking, EditionForWriting } from '@/lib/chapters/writing/queries'
import { rich } from '@/components/ui/rich'
import { deskWords } from '@/lib/i18n/desk-words'
import { day } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import { RankingForm, type RankingAction } from './ranking-form'

interface RankingsPageProps {
  locale: Locale
  edition: EditionForWriting
  rankings: DeskRanking[]
  mayPublish: boolean
  record: RankingAction
  remove: (form: FormData) => Promise<void>
}

/** The places that a chapter took in rankings: a form for a new one, and all there are, newest first. */
export function RankingsPage({ locale, edition, rankings, mayPublish, record, remove }: RankingsPageProps) {
  const { rankings: words } = deskWords(locale)
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
        <h1 className="font-serif text-2xl font-semibold">{words.heading}</h1>
        <p className="text-sm text-soft">{words.intro}</p>
      </header>
      {mayPublish ? (
        <RankingForm chapterId={edition.chapterId} action={record} />
      ) : (
        <p className="text-sm text-soft">{words.byAdmin}</p>
      )}
      <section aria-labelledby="recorded" className="grid gap-2">
        <h2 id="recorded" className="text-sm font-semibold">
          {words.recorded}
        </h2>
        {rankings.length === 0 ? (
          <p className="text-sm text-soft">{words.none}</p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
            {rankings.map((ranking) => (
              <Recorded
                key={ranking.id}
                locale={locale}
                ranking={ranking}
                mayPublish={mayPublish}
                remove={remove}
              />
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

interface RecordedProps extends Pick<RankingsPageProps, 'locale' | 'mayPublish' | 'remove'> {
  ranking: DeskRanking
}

function Recorded({ locale, ranking, mayPublish, remove }: RecordedProps) {
  const { id, chapterId, kind, subject, place, country, service, sourceUrl, asOf } = ranking
  const { rankings: words } = deskWords(locale)
  // The day of a ranking is nobody’s zone’s.
  const date = asOf.toISOString().slice(0, 10)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
      <time dateTime={date} className="text-soft tabular-nums">
        {day(locale, asOf)}
      </time>
      <span>
        {rich(locale, words.place[kind], {
          place,
          subject: <bdi>{kind === 'hashtag' ? `#${subject}` : say(locale, words.quoted, { subject })}</bdi>,
          service: <bdi>{service}</bdi>,
        })}
        {country && say(locale, words.country, { country })}
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
            aria-label={say(locale, words.removeRanking, { place, subject, day: day(locale, asOf) })}
          >
            {words.remove}
          </Button>
        </form>
      )}
    </li>
  )
}
