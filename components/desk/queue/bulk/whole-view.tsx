'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { CommentText } from '@/components/comments/comment-text'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import type { BoundedCount } from '@/lib/moderation/queue/count-queries'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { statusOfView } from '@/lib/moderation/queue/views/types'
import { mayBecome } from '@/lib/moderation/transitions'
import { useName } from '../../language/use-name'
import { useWords } from '../../language/words'
import { addressOf, pageSizes, wordsOf, type QueueView } from '../view-address'
import type { BulkAction } from './outcome'

interface WholeViewProps {
  view: Pick<QueueView, 'status' | 'filters'>
  /** What the view is called, and what it is narrowed to. */
  named: string[]
  found: BoundedCount
  samples: QueuedComment[]
  until: Date
  start: BulkAction
}

const tones = { approved: 'good', pending: 'plain', before: 'plain', spam: 'plain', trash: 'danger' } as const
const deeds = ['approved', 'before', 'pending', 'spam', 'trash'] as const

/** Everything that a view finds: how many there are, some of them, and what is to become of all. */
export function WholeView({ view, named, found, samples, until, start }: WholeViewProps) {
  const { words, say, rich, sentenceFor } = useWords('bulk')
  const [outcome, act, isBusy] = useActionState(start, undefined)
  const status = statusOfView(view.status)!
  const isAway = status === 'spam' || status === 'trash'
  const possible = deeds.filter((one) => (one === 'before' ? isAway : mayBecome(status, one)))
  return (
    <div className="grid max-w-3xl gap-5">
      <p className="text-[0.8125rem]">
        <Link href={addressOf({ ...view, show: pageSizes[0] })} className="underline underline-offset-4">
          {words.back}
        </Link>
      </p>
      <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
      <ul className="flex flex-wrap gap-2 text-[0.8125rem]">
        {named.map((one) => (
          <li
            key={one}
            className="rounded-full border border-line bg-tint px-3 py-1 [overflow-wrap:anywhere]"
          >
            <bdi>{one}</bdi>
          </li>
        ))}
      </ul>
      <p className="text-lg font-semibold">
        {found.count === 0 && !found.isMore
          ? words.nothing
          : say(found.isMore ? words.foundMore : words.found, { count: found.count })}
      </p>
      {samples.length > 0 && (
        <>
          <Samples samples={samples} />
          <p className="text-sm text-soft">{rich(words.intro, { time: <LocalTime at={until} short /> })}</p>
          <form action={act} className="grid gap-3" aria-busy={isBusy}>
            <input type="hidden" name="view" value={wordsOf(view).toString()} />
            <input type="hidden" name="until" value={until.toISOString()} />
            <fieldset className="grid gap-2">
              <legend className="mb-2 text-sm font-medium">{words.decide}</legend>
              <div className="flex flex-wrap gap-2">
                {possible.map((one) => (
                  <Button
                    key={one}
                    type="submit"
                    name="becomes"
                    value={one}
                    tone={tones[one]}
                    disabled={isBusy}
                    className="min-h-11 sm:min-h-9"
                  >
                    {words.buttons[one]}
                  </Button>
                ))}
              </div>
            </fieldset>
          </form>
        </>
      )}
      {outcome && (
        <p role="alert" key={outcome.nonce} className="font-medium text-rubric">
          {sentenceFor(outcome.refusal)}
        </p>
      )}
    </div>
  )
}

function Samples({ samples }: { samples: QueuedComment[] }) {
  const { words } = useWords('bulk')
  const nameOf = useName()
  return (
    <section aria-labelledby="samples" className="grid gap-2">
      <h2 id="samples" className="text-sm font-semibold">
        {words.samples}
      </h2>
      <ol className="grid gap-2">
        {samples.map(({ id, name, email, text, locale, sentAt }) => (
          <li key={id} className="grid gap-1 rounded-lg border border-line bg-sheet p-3">
            <p className="text-[0.8125rem] text-soft [overflow-wrap:anywhere]">
              <bdi className="font-medium text-ink">{nameOf(name)}</bdi> <bdi>{email}</bdi> ·{' '}
              <LocalTime at={sentAt} />
            </p>
            <div lang={locale} dir="auto" className="line-clamp-4 font-serif [overflow-wrap:anywhere]">
              <CommentText text={text} target="_blank" />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
