import { Badge, type Tone } from '@/components/ui/badge'
import { LocalTime } from '@/components/ui/local-time'
import { deskLocale } from '@/lib/i18n/desk-words'
import { checkerName, ruleName, statementWords } from '@/lib/i18n/statements/words'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { outcomeWords } from '../outcome'

const tones: Record<string, Tone> = { ham: 'good', spam: 'bad', discard: 'bad', unknown: 'warn' }

/** Why a comment stands where it stands: the checker's verdict and the last decision. */
export function Evidence({ comment: { status, verdict, lastDecision } }: { comment: QueuedComment }) {
  const isWaiting = status === 'pending' && !verdict
  if (!verdict && !lastDecision && !isWaiting) return null
  return (
    <ul className="grid gap-1 text-[0.8125rem] text-soft">
      {verdict && (
        <li className="flex flex-wrap items-center gap-x-2">
          <Badge tone={tones[verdict.verdict]}>{verdict.verdict}</Badge>
          <span className="[overflow-wrap:anywhere]">
            {checkerName(deskLocale, verdict.checker)}: {statementWords(deskLocale, 'findings', verdict.why)}
          </span>
        </li>
      )}
      {isWaiting && (
        <li>
          <Badge tone="warn">Not checked yet</Badge>
        </li>
      )}
      {lastDecision && (
        <li>
          {outcomeWords[lastDecision.to].state}{' '}
          {lastDecision.by
            ? `by ${lastDecision.by}`
            : `by the rule “${ruleName(deskLocale, lastDecision.rule ?? '')}”`}
          , <LocalTime at={lastDecision.at} short />
          {lastDecision.reason && `: ${lastDecision.reason}`}
          {lastDecision.why && `: ${statementWords(deskLocale, 'findings', lastDecision.why)}`}
        </li>
      )}
    </ul>
  )
}
