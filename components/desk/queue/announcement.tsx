import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { Toast } from '@/components/ui/toast'
import { useName } from '../language/use-name'
import { useWords } from '../language/words'
import type { DecideOutcome } from './outcome'
import { whoDecided } from './who-decided'

interface AnnouncementProps {
  outcome: DecideOutcome
  act: (form: FormData) => void
  isBusy: boolean
}

/** What came of the last button, with the way back. */
export function Announcement({ outcome, act, isBusy }: AnnouncementProps) {
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
          <Button
            type="submit"
            name="becomes"
            value={outcome.from}
            size="small"
            disabled={isBusy}
            data-key="u"
          >
            {words.undo}
          </Button>
        </form>
      )}
    </Toast>
  )
}

function Sentence({ outcome }: { outcome: NonNullable<DecideOutcome> }) {
  const { words, locale, rich, sentenceFor } = useWords('queue')
  const nameOf = useName()
  if (outcome.kind === 'refused') return sentenceFor(outcome.refusal)
  if (outcome.kind === 'moved') {
    const said = rich(words.moved[outcome.to], {
      name: <bdi className="font-medium">{nameOf(outcome.name)}</bdi>,
    })
    return outcome.undoes ? (
      <>
        {words.undone} {said}
      </>
    ) : (
      said
    )
  }
  const { now, at } = outcome
  return rich(words.already[now], {
    who: whoDecided(locale, outcome),
    time: <LocalTime at={at} short />,
  })
}
