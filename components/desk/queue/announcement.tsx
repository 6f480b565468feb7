import { Button } from '@/components/ui/button'
import { Toast } from '@/components/ui/toast'
import { useName } from '../language/use-name'
import { useWords } from '../language/words'
import { AlreadyMoved } from './already-moved'
import type { Outbox, Press } from './outbox/outbox'
import type { DecideOutcome } from './outcome'

interface AnnouncementProps {
  /** Of a button that was pressed before scripts had arrived. */
  outcome: DecideOutcome
  box: Outbox
  act: (form: FormData) => void
  undo: () => void
}

/** What came of the last button, with the way back. */
export function Announcement({ outcome, box, act, undo }: AnnouncementProps) {
  const { words, say } = useWords('queue')
  if (!box.last) return <OfForm outcome={outcome} act={act} />
  const { presses, nonce } = box.last
  const [first] = presses as [Press]
  return (
    <Toast nonce={nonce}>
      <p className="[overflow-wrap:anywhere]">
        {presses.length === 1 ? (
          <Moved name={first.name} to={first.becomes} undoes={first.undoes} />
        ) : (
          <>
            {first.undoes && `${words.undone} `}
            {say(words.movedMany[first.becomes], { count: presses.length })}
          </>
        )}
      </p>
      {box.undo.length > 0 && (
        <Button size="small" data-key="z" onClick={undo}>
          {words.undo}
        </Button>
      )}
    </Toast>
  )
}

function OfForm({ outcome, act }: Pick<AnnouncementProps, 'outcome' | 'act'>) {
  const { words } = useWords('queue')
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
            {words.undo}
          </Button>
        </form>
      )}
    </Toast>
  )
}

function Moved({ name, to, undoes }: { name: string; to: Press['becomes']; undoes?: boolean }) {
  const { words, rich } = useWords('queue')
  const nameOf = useName()
  return (
    <>
      {undoes && `${words.undone} `}
      {rich(words.moved[to], { name: <bdi className="font-medium">{nameOf(name)}</bdi> })}
    </>
  )
}

function Sentence({ outcome }: { outcome: NonNullable<DecideOutcome> }) {
  const { sentenceFor } = useWords('queue')
  if (outcome.kind === 'refused') return sentenceFor(outcome.refusal)
  if (outcome.kind === 'already-moved') return <AlreadyMoved {...outcome} />
  return <Moved {...outcome} />
}
