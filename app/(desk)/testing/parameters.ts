import type { pages } from '@/lib/people/policy/doors'
import type { Rows } from './calls'

/** With which parameters each page is asked for. */
export const paramsOf: Record<keyof typeof pages, (rows: Rows) => Record<string, string>> = {
  '/sign-in': () => ({}),
  '/sign-in/forgot': () => ({}),
  '/sign-in/second-step': () => ({}),
  '/sign-in/email/[token]': () => ({ token: 'x' }),
  '/welcome/[token]': () => ({ token: 'x' }),
  '/desk': () => ({}),
  '/desk/account': () => ({}),
  '/desk/account/email/[token]': () => ({ token: 'x' }),
  '/desk/queue': () => ({}),
  '/desk/queue/all': () => ({}),
  '/desk/queue/campaigns': () => ({}),
  '/desk/queue/bulk/[bulkId]': ({ bulk }) => ({ bulkId: bulk.id }),
  '/desk/queue/[commentId]': ({ comment }) => ({ commentId: comment.id }),
  '/desk/queue/[commentId]/edit': ({ comment }) => ({ commentId: comment.id }),
  '/desk/queue/[commentId]/move': ({ comment }) => ({ commentId: comment.id }),
  '/desk/queue/[commentId]/delete': ({ comment }) => ({ commentId: comment.id }),
  '/desk/spam': () => ({}),
  '/desk/spam/words': () => ({}),
  '/desk/settings': () => ({}),
  '/desk/chapters': () => ({}),
  '/desk/chapters/new': () => ({}),
  '/desk/chapters/[editionId]': ({ draft }) => ({ editionId: draft.editionId }),
  '/desk/chapters/[editionId]/preview': ({ draft }) => ({ editionId: draft.editionId }),
  '/desk/chapters/[editionId]/rankings': ({ edition }) => ({ editionId: edition.editionId }),
  '/desk/audit': () => ({}),
  '/desk/people': () => ({}),
  '/desk/people/powers': () => ({}),
}
