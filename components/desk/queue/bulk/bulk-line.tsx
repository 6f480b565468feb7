import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { amount } from '@/lib/i18n/formats'
import { isAtWork, mayBeCancelled, mayBeTakenBack, type BulkProgress } from '@/lib/moderation/bulk/types'
import { useWords } from '../../language/words'

interface BulkLineProps {
  run: BulkProgress
  /** May whoever looks end it and take it back? */
  isOwn: boolean
  act: (form: FormData) => void
  /** Is this its own page? Then no link leads there. */
  isAlone?: boolean
}

/** How far a decision about a whole view has come, and what can be done about it. */
export function BulkLine({ run, isOwn, act, isAlone }: BulkLineProps) {
  const { words, locale, say } = useWords('bulk')
  const isBusy = isAtWork(run)
  const [done, total] =
    run.state === 'undoing'
      ? [run.undone + run.left, run.decided]
      : [run.decided + run.refused, Math.max(run.total, run.decided + run.refused)]
  return (
    <div className="grid gap-1.5">
      <p className="font-medium [overflow-wrap:anywhere]">
        <Sentence run={run} done={done} total={total} />
      </p>
      {isBusy && run.state !== 'counting' && (
        <progress
          aria-label={words.progress}
          value={done}
          max={Math.max(1, total)}
          className="h-2 w-full accent-rubric"
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {run.refused > 0 && <span>{say(words.leftOut, { count: run.refused })}</span>}
        {run.left > 0 && <span>{say(words.leftAsIs, { count: run.left })}</span>}
        {!isAlone && (
          <Link
            href={`/desk/queue/bulk/${run.id}`}
            className="inline-flex min-h-8 items-center underline underline-offset-4"
          >
            {words.details}
          </Link>
        )}
        {isOwn && (mayBeCancelled(run) || mayBeTakenBack(run)) && (
          <form action={act}>
            <input type="hidden" name="id" value={run.id} />
            <Button type="submit" size="small" name="deed" value={mayBeCancelled(run) ? 'cancel' : 'undo'}>
              {mayBeCancelled(run) ? words.cancel : words.undo}
            </Button>
          </form>
        )}
      </div>
      {isBusy && <span className="sr-only">{amount(locale, done)}</span>}
    </div>
  )
}

function Sentence({ run, done, total }: { run: BulkProgress; done: number; total: number }) {
  const { words, rich } = useWords('bulk')
  const who = <bdi>{run.by.name}</bdi>
  const back = <bdi>{run.undoneBy ?? run.by.name}</bdi>
  const becomes = run.becomes ?? 'before'
  const said = rich(words.done[becomes], { who, count: run.decided })
  if (run.state === 'counting') return rich(words.counting, { who, count: run.total })
  if (run.state === 'running') return rich(words.working[becomes], { who, done, total })
  if (run.state === 'undoing') return rich(words.undoing, { who: back, done, total })
  if (run.state === 'done') return said
  return (
    <>
      {said}{' '}
      {run.state === 'undone'
        ? rich(words.undone, { who: back, count: run.undone })
        : rich(words.cancelled, { done, total })}
    </>
  )
}
