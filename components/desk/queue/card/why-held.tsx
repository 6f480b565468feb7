import Link from 'next/link'
import { recordWords, ruleName } from '@/lib/i18n/statements/words'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { useWords } from '../../language/words'
import { ScreeningSteps } from './screening-steps'

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
      <ScreeningSteps locale={locale} words={words} steps={screening} />
      <Link
        href={`/desk/queue/${id}`}
        className="mt-2 inline-block underline decoration-line underline-offset-4 hover:text-ink"
      >
        {words.history}
      </Link>
    </details>
  )
}
