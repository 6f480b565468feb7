import Link from 'next/link'
import { Badge, type Tone } from '@/components/ui/badge'
import { deskLocale } from '@/lib/i18n/desk-words'
import { ruleName, statementWords } from '@/lib/i18n/statements/words'
import type { QueuedComment } from '@/lib/moderation/queue/queries'

const tones: Record<string, Tone> = { hold: 'warn', sign: 'calm', spam: 'bad', trash: 'bad', unknown: 'warn' }
const words: Record<string, string> = {
  nothing: 'nothing',
  sign: 'a sign',
  hold: 'hold',
  spam: 'spam',
  trash: 'trash',
  unknown: 'no answer',
}

type Steps = QueuedComment['screening']

/** "Why was this held?": what each screening rule said, in their order; those that spoke are marked. */
export function WhyHeld({ comment }: { comment: Pick<QueuedComment, 'id' | 'status' | 'screening'> }) {
  const { id, status, screening } = comment
  if (screening.length === 0) return null
  const spoke = screening.filter(({ verdict }) => verdict !== 'nothing')
  return (
    <details className="text-[0.8125rem] text-soft">
      <summary className="w-fit cursor-pointer rounded-sm py-0.5 underline decoration-line underline-offset-4 hover:text-ink">
        {status === 'pending' ? 'Why was this held?' : 'Why is it here?'}{' '}
        <span>
          {spoke.map(({ rule }) => ruleName(deskLocale, rule)).join(', ') ||
            'no rule had anything against it'}
        </span>
      </summary>
      <ScreeningSteps steps={screening} />
      <Link
        href={`/desk/queue/${id}`}
        className="mt-2 inline-block underline decoration-line underline-offset-4 hover:text-ink"
      >
        Its whole history
      </Link>
    </details>
  )
}

export function ScreeningSteps({ steps }: { steps: Steps }) {
  return (
    <ol className="mt-2 grid gap-1">
      {steps.map(({ rule, verdict, input, why, ms }) => (
        <li key={rule} className="grid grid-cols-[6rem_minmax(0,1fr)] items-baseline gap-x-2">
          <span>
            <Badge tone={tones[verdict]}>{words[verdict] ?? verdict}</Badge>
          </span>
          <span className="[overflow-wrap:anywhere]">
            <span className="font-medium text-ink">{ruleName(deskLocale, rule)}</span>:{' '}
            {statementWords(deskLocale, 'findings', why)}
            {input && (
              <>
                {' '}
                (<bdi>{statementWords(deskLocale, 'inputs', input)}</bdi>)
              </>
            )}
            {ms > 0 && <span className="tabular-nums"> · {ms} ms</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
