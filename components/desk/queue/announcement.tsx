import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { Toast } from '@/components/ui/toast'
import { deskLocale } from '@/lib/i18n/desk-words'
import { ruleName } from '@/lib/i18n/statements/words'
import { sentenceFor } from '../error-messages'
import { nameOf } from './card/name-of'
import type { Outbox, Refusal } from './outbox'
import { outcomeWords, type DecideOutcome, type Status } from './outcome'

interface AnnouncementProps {
  /** Of a button that was pressed before scripts had arrived. */
  outcome: DecideOutcome
  box: Outbox
  act: (form: FormData) => void
  undo: () => void
}

/** What came of the last button, with the way back. */
export function Announcement({ outcome, box, act, undo }: AnnouncementProps) {
  if (!box.last) return <OfForm outcome={outcome} act={act} />
  const { presses, nonce } = box.last
  const [first] = presses
  return (
    <Toast nonce={nonce}>
      <p className="[overflow-wrap:anywhere]">
        {first!.undoes ? 'Undone. ' : ''}
        {presses.length === 1 ? (
          <Moved name={first!.name} to={first!.becomes} />
        ) : (
          `${presses.length} comments were ${outcomeWords[first!.becomes].moved}.`
        )}
      </p>
      {box.undo.length > 0 && (
        <Button size="small" data-key="z" onClick={undo}>
          Undo
        </Button>
      )}
    </Toast>
  )
}

function OfForm({ outcome, act }: Pick<AnnouncementProps, 'outcome' | 'act'>) {
  return (
    <Toast nonce={outcome?.nonce}>
      {outcome && (
        <p className="[overflow-wrap:anywhere]">
          <Sentence outcome={outcome} />
        </p>
      )}
      {outcome?.kind === 'moved' && !outcome.undoes && (
        <form action={act}>
          <input type="hidden" name="commentId" value={outcome.id} />
          <input type="hidden" name="name" value={outcome.name} />
          <input type="hidden" name="seen" value={outcome.to} />
          <input type="hidden" name="undo" value="yes" />
          <Button type="submit" name="becomes" value={outcome.from} size="small">
            Undo
          </Button>
        </form>
      )}
    </Toast>
  )
}

const Moved = ({ name, to }: { name: string; to: Status }) => (
  <>
    The comment of <bdi className="font-medium">{nameOf(name)}</bdi> was {outcomeWords[to].moved}.
  </>
)

function Sentence({ outcome }: { outcome: NonNullable<DecideOutcome> }) {
  if (outcome.kind === 'refused') return sentenceFor(outcome.refusal)
  if (outcome.kind === 'already-moved') return <AlreadyMoved {...outcome} />
  return (
    <>
      {outcome.undoes ? 'Undone. ' : ''}
      <Moved name={outcome.name} to={outcome.to} />
    </>
  )
}

/** Somebody else was first. */
export function AlreadyMoved({ now, by, rule, at }: Extract<Refusal, { kind: 'already-moved' }>) {
  return (
    <>
      {now === 'pending'
        ? 'Already put back to pending'
        : `Already ${now === 'approved' ? 'approved' : outcomeWords[now].moved}`}{' '}
      by {by ?? `the rule “${ruleName(deskLocale, rule ?? '')}”`} at <LocalTime at={at} short />. Your click
      changed nothing.
    </>
  )
}
