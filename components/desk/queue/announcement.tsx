import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { Toast } from '@/components/ui/toast'
import { deskLocale } from '@/lib/i18n/desk-words'
import { ruleName } from '@/lib/i18n/statements/words'
import { sentenceFor } from '../error-messages'
import { nameOf } from './card/name-of'
import { outcomeWords, type DecideOutcome } from './outcome'

interface AnnouncementProps {
  outcome: DecideOutcome
  act: (form: FormData) => void
  isBusy: boolean
}

/** What came of the last button, with the way back. */
export function Announcement({ outcome, act, isBusy }: AnnouncementProps) {
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
            Undo
          </Button>
        </form>
      )}
    </Toast>
  )
}

function Sentence({ outcome }: { outcome: NonNullable<DecideOutcome> }) {
  if (outcome.kind === 'refused') return sentenceFor(outcome.refusal)
  const whose = <bdi className="font-medium">{nameOf(outcome.name)}</bdi>
  if (outcome.kind === 'moved') {
    return (
      <>
        {outcome.undoes ? 'Undone. ' : ''}The comment of {whose} was {outcomeWords[outcome.to].moved}.
      </>
    )
  }
  const { now, by, rule, at } = outcome
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
