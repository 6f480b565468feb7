import { CommentText } from '@/components/comments/comment-text'
import { LocalTime } from '@/components/ui/local-time'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { rich } from '@/components/ui/rich'
import type { Locale } from '@/lib/i18n/locales'
import type { DeskWords } from '../../language/words'

interface ChangedProps {
  words: DeskWords['queue']
  /** The language of whoever looks. */
  own: Locale
  changed: NonNullable<QueuedComment['changed']>
  locale: string
}

/** That its author has changed a comment, when, and what was first submitted. */
export function Changed({ words, own, changed: { at, first }, locale }: ChangedProps) {
  const time = <LocalTime at={at} />
  if (first === undefined)
    return <p className="text-[0.8125rem] text-soft">{rich(own, words.changed, { time })}</p>
  return (
    <details className="text-[0.8125rem] text-soft">
      <summary className="w-fit cursor-pointer rounded-sm py-0.5 underline decoration-line underline-offset-4 hover:text-ink">
        {rich(own, words.changedFirst, { time })}
      </summary>
      <blockquote
        lang={locale}
        tabIndex={0}
        role="group"
        aria-label={words.first}
        className="mt-2 max-h-60 overflow-y-auto border-s-2 border-line ps-3 font-serif [overflow-wrap:anywhere]"
      >
        <CommentText text={first} target="_blank" />
      </blockquote>
    </details>
  )
}
