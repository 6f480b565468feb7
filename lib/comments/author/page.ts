import type { Locale } from '@/lib/i18n/locales'
import type { LinkPurpose } from './link-token'
import type { AuthorComment } from './queries'

/** What has come of what was done on the page. */
export type AuthorNotice =
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

export interface AuthorPageProps {
  locale: Locale
  /** What the link lets one do; `missing`: it is none of ours. */
  purpose: LinkPurpose | 'missing'
  /** The address of this very page: where its forms are posted to. */
  action: string
  comment?: AuthorComment
  notice?: AuthorNotice
  /** What was typed and could not be stored. */
  typed?: string
  mailsOffered: boolean
}
