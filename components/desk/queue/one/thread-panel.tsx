import Link from 'next/link'
import { Badge, type Tone } from '@/components/ui/badge'
import { LocalTime } from '@/components/ui/local-time'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import type { Neighbour, ThreadAround } from '@/lib/moderation/queue/thread-queries'
import { nameOf } from '../../language/name-of'

const tones: Record<Neighbour['status'], Tone> = {
  pending: 'warn',
  approved: 'good',
  spam: 'bad',
  trash: 'plain',
}

/** The thread around a comment; each of it leads to its own page. Nothing, where it stands alone. */
export function ThreadPanel({ locale, around }: { locale: Locale; around: ThreadAround }) {
  const words = deskWords(locale).queue.one.thread
  const parts = [
    [words.parent, around.parent ? [around.parent] : []],
    [words.beside, around.beside],
    [words.answers, around.answers],
  ] as const
  if (parts.every(([, comments]) => comments.length === 0)) return null
  return (
    <section aria-labelledby="thread" className="grid gap-2">
      <h2 id="thread" className="text-sm font-semibold">
        {words.title}
      </h2>
      {parts.map(
        ([name, comments]) =>
          comments.length > 0 && (
            <div key={name} className="grid gap-1">
              <h3 className="text-[0.8125rem] text-soft">{name}</h3>
              <ol className="divide-y divide-line rounded-lg border border-line bg-sheet">
                {comments.map((comment) => (
                  <Line key={comment.id} locale={locale} comment={comment} />
                ))}
              </ol>
            </div>
          ),
      )}
    </section>
  )
}

function Line({ locale, comment }: { locale: Locale; comment: Neighbour }) {
  const { queue, frame } = deskWords(locale)
  const { id, name, text, status, sentAt } = comment
  return (
    <li className="grid gap-0.5 px-4 py-2.5 text-[0.8125rem]">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Link
          href={`/desk/queue/${id}`}
          className="min-h-6 py-0.5 font-medium underline decoration-line underline-offset-4 [overflow-wrap:anywhere] hover:decoration-rubric"
        >
          <bdi>{nameOf(frame, name)}</bdi>
        </Link>
        <Badge tone={tones[status]}>{queue.states[status]}</Badge>
        <span className="text-soft">
          <LocalTime at={sentAt} />
        </span>
      </p>
      <p
        lang={comment.locale}
        dir="auto"
        className="line-clamp-2 text-start text-soft [overflow-wrap:anywhere]"
      >
        {text.slice(0, longestShown)}
      </p>
    </li>
  )
}

// More than two lines hold.
const longestShown = 400
