'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button, buttonLook } from '@/components/ui/button'
import { FindField } from '@/components/ui/find-field'
import { digits } from '@/lib/i18n/formats'
import { isLocale, ownName } from '@/lib/i18n/locales'
import type { PlacesForComment } from '@/lib/moderation/relocation/queries'
import { useName } from '../../language/use-name'
import { useWords } from '../../language/words'
import { MovedSince } from './since'
import type { MoveAction, MoveState } from './state'

interface MovePageProps {
  comment: { id: string; name: string }
  places: PlacesForComment
  action: MoveAction
}

/** Where a comment could go, found by typing; one button for each place. */
export function MovePage({ comment, places, action }: MovePageProps) {
  const [state, act, isPending] = useActionState(action, {})
  const { words: queue, say, rich } = useWords('queue')
  const { words: frame, locale: own } = useWords('frame')
  const nameOf = useName()
  const words = queue.changing.move
  const { here, answers, words: looked, places: found } = places
  return (
    <div className="grid max-w-3xl gap-4">
      <header className="grid gap-1">
        <h1 className="font-serif text-2xl font-semibold [overflow-wrap:anywhere]">
          {rich(words.title, { name: <bdi>{nameOf(comment.name)}</bdi> })}
        </h1>
        <p className="text-sm text-soft [overflow-wrap:anywhere]">
          {rich(words.here, { chapter: <bdi>{here.title}</bdi>, language: languageName(here.locale) })}{' '}
          {say(words.answers, { count: answers })}
        </p>
      </header>
      <MoveOutcome state={state} act={act} isPending={isPending} />
      <FindField
        name="chapter"
        label={words.find}
        button={frame.find}
        hint={looked ? say(words.found, { count: found.length }) : words.findHint}
        found={looked ?? ''}
      />
      {!looked && found.length > 0 && <h2 className="text-sm font-semibold">{words.beside}</h2>}
      <ul className="divide-y divide-line rounded-lg border border-line bg-sheet empty:hidden">
        {found.map(({ editionId, locale, number, title, problem }) => (
          <li key={editionId}>
            <form
              action={act}
              className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 py-2"
            >
              <input type="hidden" name="deed" value="move" />
              <input type="hidden" name="commentId" value={comment.id} />
              <input type="hidden" name="seenId" value={here.editionId} />
              <input type="hidden" name="editionId" value={editionId} />
              <span id={`place-${editionId}`} className="min-w-0 flex-1 text-sm [overflow-wrap:anywhere]">
                {rich(words.place, {
                  number: digits(own, Number(number)),
                  title: <bdi>{title}</bdi>,
                  language: languageName(locale),
                })}{' '}
                {problem && <span className="text-soft">{words.problems[problem]}</span>}
              </span>
              {!problem && (
                <Button
                  type="submit"
                  size="small"
                  disabled={isPending}
                  aria-describedby={`place-${editionId}`}
                >
                  {words.button}
                </Button>
              )}
            </form>
          </li>
        ))}
      </ul>
      <div>
        <Link href={`/desk/queue/${comment.id}`} className={buttonLook({ tone: 'quiet', size: 'small' })}>
          {queue.changing.back}
        </Link>
      </div>
    </div>
  )
}

const languageName = (locale: string) => (isLocale(locale) ? ownName(locale) : locale)

interface MoveOutcomeProps {
  state: MoveState
  act: (form: FormData) => void
  isPending: boolean
}

function MoveOutcome({ state, act, isPending }: MoveOutcomeProps) {
  const { words: queue } = useWords('queue')
  const words = queue.changing
  const { done, moveId, refusal, since } = state
  return (
    <div role="status">
      {refusal && (
        <Alert tone="bad">
          <MovedSince refusal={refusal} since={since} />
        </Alert>
      )}
      {done && (
        <form action={act} className="flex flex-wrap items-center gap-3 text-sm">
          <input type="hidden" name="deed" value="undo" />
          <input type="hidden" name="moveId" value={moveId ?? ''} />
          <span>{done === 'moved' ? words.movedOnce : words.undone}</span>
          {done === 'moved' && moveId && (
            <Button type="submit" size="small" disabled={isPending}>
              {words.undo}
            </Button>
          )}
        </form>
      )}
    </div>
  )
}
