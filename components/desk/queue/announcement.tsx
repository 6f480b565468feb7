import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { sentenceFor } from '../problem-words'
import { words, type DecideOutcome } from './outcome'

interface AnnouncementProps {
  outcome: DecideOutcome
  act: (form: FormData) => void
  isBusy: boolean
}

/** What came of the last button, with the way back. It stays until the next one. */
export function Announcement({ outcome, act, isBusy }: AnnouncementProps) {
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center">
      {outcome && (
        <div
          key={outcome.nonce}
          className="pointer-events-auto flex min-h-11 max-w-xl items-center gap-4 rounded-md bg-ink px-4 py-2 text-sm text-paper shadow-lg"
        >
          <p className="[overflow-wrap:anywhere]">
            <Sentence outcome={outcome} />
          </p>
          {outcome.kind === 'moved' && !outcome.undoes && (
            <form action={act}>
              <input type="hidden" name="commentId" value={outcome.id} />
              <input type="hidden" name="name" value={outcome.name} />
              <input type="hidden" name="seen" value={outcome.to} />
              <input type="hidden" name="undo" value="yes" />
              <Button
                {...{ type: 'submit', name: 'becomes', value: outcome.from, size: 'small', disabled: isBusy }}
                data-key="u"
              >
                Undo
              </Button>
            </form>
          )}
        </div>
      )}
    </div>
  )
}

function Sentence({ outcome }: { outcome: NonNullable<DecideOutcome> }) {
  if (outcome.kind === 'refused') return sentenceFor(outcome.refusal)
  const whose = <bdi className="font-medium">{outcome.name}</bdi>
  if (outcome.kind === 'moved') {
    return (
      <>
        {outcome.undoes ? 'Undone. ' : ''}The comment of {whose} was {words[outcome.to].moved}.
      </>
    )
  }
  const { now, by, rule, at } = outcome
  return (
    <>
      {now === 'pending'
        ? 'Already put back to pending'
        : `Already ${now === 'approved' ? 'approved' : words[now].moved}`}{' '}
      by {by ?? `the rule “${rule}”`} at <LocalTime at={at} short />. Your click changed nothing.
    </>
  )
}
