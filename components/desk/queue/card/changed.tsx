import { CommentText } from '@/components/comments/comment-text'
import { LocalTime } from '@/components/ui/local-time'
import type { QueuedComment } from '@/lib/moderation/queue/queries'

interface ChangedProps {
  changed: NonNullable<QueuedComment['changed']>
  locale: string
}

/** That its author has changed a comment, when, and what was first submitted. */
export function Changed({ changed: { at, first }, locale }: ChangedProps) {
  if (first === undefined)
    return (
      <p className="text-[0.8125rem] text-soft">
        Changed by its author, <LocalTime at={at} />. What was first submitted is no longer kept.
      </p>
    )
  return (
    <details className="text-[0.8125rem] text-soft">
      <summary className="w-fit cursor-pointer rounded-sm py-0.5 underline decoration-line underline-offset-4 hover:text-ink">
        Changed by its author, <LocalTime at={at} />: what was first submitted
      </summary>
      <blockquote
        lang={locale}
        tabIndex={0}
        role="group"
        aria-label="What was first submitted"
        className="mt-2 max-h-60 overflow-y-auto border-s-2 border-line ps-3 font-serif [overflow-wrap:anywhere]"
      >
        <CommentText text={first} target="_blank" />
      </blockquote>
    </details>
  )
}
