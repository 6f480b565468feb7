import { Badge, type Tone } from '@/components/ui/badge'
import { LocalTime } from '@/components/ui/local-time'
import { checkerName, recordWords, statementWords } from '@/lib/i18n/statements/words'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { useWords } from '../../language/words'
import { whoDecided } from '../who-decided'

// That a checker found nothing is no praise: it may have looked at little.
const tones: Record<string, Tone> = { ham: 'plain', spam: 'bad', discard: 'bad', unknown: 'warn' }

/** Why a comment stands where it stands: the checker's verdict and the last decision. */
export function Evidence({ comment: { status, verdict, lastDecision } }: { comment: QueuedComment }) {
  const { words, locale, rich } = useWords('queue')
  const isWaiting = status === 'pending' && !verdict
  if (!verdict && !lastDecision && !isWaiting) return null
  return (
    <ul className="grid gap-1 text-[0.8125rem] text-soft">
      {verdict && (
        <li className="flex flex-wrap items-center gap-x-2">
          <Badge tone={tones[verdict.verdict]}>{recordWords(locale).history.verdicts[verdict.verdict]}</Badge>
          <span className="[overflow-wrap:anywhere]">
            {rich(words.verdict, {
              checker: checkerName(locale, verdict.checker),
              why: statementWords(locale, 'findings', verdict.why),
            })}
          </span>
        </li>
      )}
      {isWaiting && (
        <li>
          <Badge tone="warn">{words.notChecked}</Badge>
        </li>
      )}
      {lastDecision && (
        <li>
          <LastDecision decision={lastDecision} />
        </li>
      )}
    </ul>
  )
}

function LastDecision({ decision }: { decision: NonNullable<QueuedComment['lastDecision']> }) {
  const { words, locale, rich } = useWords('queue')
  const { to, at, reason, why } = decision
  const because = reason ? <bdi>{reason}</bdi> : why && statementWords(locale, 'findings', why)
  return rich(because ? words.decidedWhy : words.decided, {
    state: words.states[to],
    who: whoDecided(locale, decision),
    time: <LocalTime at={at} short />,
    why: because || '',
  })
}
