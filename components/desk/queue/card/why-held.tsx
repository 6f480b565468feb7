'use client'

import Link from 'next/link'
import { Badge, type Tone } from '@/components/ui/badge'
import { recordWords, ruleName, statementWords } from '@/lib/i18n/statements/words'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { useWords } from '../../language/words'

const tones: Record<string, Tone> = { hold: 'warn', sign: 'calm', spam: 'bad', trash: 'bad', unknown: 'warn' }

type Steps = QueuedComment['screening']

/** "Why was this held?": what each screening rule said, in their order; those that spoke are marked. */
export function WhyHeld({ comment }: { comment: Pick<QueuedComment, 'id' | 'status' | 'screening'> }) {
  const { id, status, screening } = comment
  const { words: queue, locale } = useWords('queue')
  const words = queue.held
  if (screening.length === 0) return null
  const spoke = screening.filter(({ verdict }) => verdict !== 'nothing')
  return (
    <details className="text-[0.8125rem] text-soft">
      <summary className="w-fit cursor-pointer rounded-sm py-0.5 underline decoration-line underline-offset-4 hover:text-ink">
        {status === 'pending' ? words.why : words.whyHere}{' '}
        <span>
          {spoke.map(({ rule }) => ruleName(locale, rule)).join(recordWords(locale).separator) ||
            words.noRule}
        </span>
      </summary>
      <ScreeningSteps steps={screening} />
      <Link
        href={`/desk/queue/${id}`}
        className="mt-2 inline-block underline decoration-line underline-offset-4 hover:text-ink"
      >
        {words.history}
      </Link>
    </details>
  )
}

export function ScreeningSteps({ steps }: { steps: Steps }) {
  const { words: queue, locale, say, rich } = useWords('queue')
  const words = queue.held
  return (
    <ol className="mt-2 grid gap-1">
      {steps.map(({ rule, verdict, input, why, ms }) => (
        <li key={rule} className="grid grid-cols-[6rem_minmax(0,1fr)] items-baseline gap-x-2">
          <span>
            <Badge tone={tones[verdict]}>
              {words.verdicts[verdict as keyof typeof words.verdicts] ?? verdict}
            </Badge>
          </span>
          <span className="[overflow-wrap:anywhere]">
            {rich(input ? words.stepSeen : words.step, {
              rule: <span className="font-medium text-ink">{ruleName(locale, rule)}</span>,
              why: statementWords(locale, 'findings', why),
              input: input && <bdi>{statementWords(locale, 'inputs', input)}</bdi>,
            })}
            {ms > 0 && <span className="tabular-nums">{say(words.took, { ms })}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
