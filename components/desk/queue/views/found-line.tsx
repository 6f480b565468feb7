import Link from 'next/link'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import type { BoundedCount } from '@/lib/moderation/queue/count-queries'
import { statusOfView } from '@/lib/moderation/queue/views/types'
import { wholeViewAddress, type QueueView } from '../view-address'

interface FoundLineProps {
  locale: Locale
  view: QueueView
  /** How many comments a narrowed view has. */
  found?: BoundedCount
  isEmpty: boolean
}

/** How many comments a view has, where its tab does not say so, and the way to decide about all of them. */
export function FoundLine({ locale, view, found, isEmpty }: FoundLineProps) {
  const { views: words, bulk } = deskWords(locale)
  const isWhole = statusOfView(view.status) && !isEmpty
  if (!found && !isWhole) return null
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-[0.8125rem] text-soft">
      {found && (
        <span>{say(locale, found.isMore ? words.foundMore : words.found, { count: found.count })}</span>
      )}
      {isWhole && (
        <Link
          href={wholeViewAddress(view)}
          className="inline-flex min-h-11 items-center text-ink underline underline-offset-4 sm:min-h-6"
        >
          {bulk.open}
        </Link>
      )}
      {view.status === 'pending' && !isEmpty && (
        <Link
          href="/desk/queue/campaigns"
          className="inline-flex min-h-11 items-center text-ink underline underline-offset-4 sm:min-h-6"
        >
          {words.campaigns.title}
        </Link>
      )}
    </p>
  )
}
