import Link from 'next/link'
import { Badge, type Tone } from '@/components/ui/badge'
import { rich } from '@/components/ui/rich'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import { ruleName, statementWords } from '@/lib/i18n/statements/words'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { rulesAddress } from '../../rules/addresses'
import type { DeskWords } from '../../language/words'

const tones: Record<string, Tone> = { hold: 'warn', sign: 'calm', spam: 'bad', trash: 'bad', unknown: 'warn' }

interface ScreeningStepsProps {
  locale: Locale
  words: DeskWords['queue']['held']
  steps: QueuedComment['screening']
}

/** What each rule of screening said, in their order. */
export function ScreeningSteps({ locale, words, steps }: ScreeningStepsProps) {
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
            {rich(locale, input ? words.stepSeen : words.step, {
              rule: <span className="font-medium text-ink">{ruleName(locale, rule)}</span>,
              why: statementWords(locale, 'findings', why),
              input: input && <bdi>{statementWords(locale, 'inputs', input)}</bdi>,
            })}
            {rule === 'standing-rule' && input?.code === 'mark' && (
              <>
                {' '}
                <Link
                  href={rulesAddress({ state: 'in-force', find: String(input.parameters.value) })}
                  className="underline decoration-line underline-offset-4 hover:text-ink"
                >
                  {words.seeRule}
                </Link>
              </>
            )}
            {ms > 0 && <span className="tabular-nums">{say(locale, words.took, { ms })}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
