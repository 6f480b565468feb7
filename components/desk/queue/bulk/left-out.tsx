import Link from 'next/link'
import { LocalTime } from '@/components/ui/local-time'
import { rich } from '@/components/ui/rich'
import { buttonLook } from '@/components/ui/button'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import type { LeftOut } from '@/lib/moderation/bulk/queries'
import { sentenceFor } from '../../language/sentence-for'
import { whoDecided } from '../who-decided'

interface LeftOutListProps {
  locale: Locale
  title: string
  rows: LeftOut[]
  /** The address of the next ones. */
  next?: string
}

/** The comments that were left out of a decision about a whole view, and why each was. */
export function LeftOutList({ locale, title, rows, next }: LeftOutListProps) {
  const { bulk: words, queue, problems } = deskWords(locale)
  if (rows.length === 0) return null
  return (
    <section className="grid gap-2">
      <h2 className="text-sm font-semibold">{title}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-sheet text-[0.8125rem]">
        {rows.map((row) => (
          <li key={row.commentId} className="grid gap-1 px-4 py-3 [overflow-wrap:anywhere]">
            <Link
              href={`/desk/queue/${row.commentId}`}
              className="w-fit min-h-6 underline underline-offset-4"
            >
              <bdi>{row.name || '…'}</bdi>
            </Link>
            <span dir="auto" className="line-clamp-2 font-serif text-soft">
              {row.text}
            </span>
            <span className="font-medium">
              {row.refusal === 'text-changed'
                ? words.changedSince
                : row.refusal === 'already-moved' && row.at
                  ? rich(locale, words.decidedSince, {
                      state: queue.states[row.status],
                      who: whoDecided(locale, row),
                      time: <LocalTime at={row.at} short />,
                    })
                  : sentenceFor(locale, problems, row.refusal)}
            </span>
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <Link href={next} className={buttonLook()}>
            {words.next}
          </Link>
        </p>
      )}
    </section>
  )
}
