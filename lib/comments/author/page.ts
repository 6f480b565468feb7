import type { Locale } from '@/lib/i18n/locales'
import type { LinkPurpose } from './link-token'
import type { OwnComment } from './queries'

/** What has come of what was done on the page. */
export type OwnNotice =
  | 'edited'
  | 'confirmed'
  | 'stopped'
  | 'stoppedAll'
  | 'neverAsked'
  | 'linkSent'
  | 'erasedAll'
  | 'notSure'
  | 'tooLate'
  | 'notPossible'
  | { problem: string }

export interface OwnCommentPageProps {
  locale: Locale
  /** What the link lets one do; `missing`: it is none of ours. */
  purpose: LinkPurpose | 'missing'
  /** The address of this very page: where its forms are posted to. */
  action: string
  comment?: OwnComment
  notice?: OwnNotice
  /** What was typed and could not be stored. */
  typed?: string
  mailsOffered: boolean
}
