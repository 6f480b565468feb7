import type { AuthorNotice } from '@/lib/comments/author/page'
import { refuseAsking } from '@/lib/comments/notifications/opt-in-commands'
import {
  askToFollow,
  confirmFollow,
  stopAllFollows,
  stopFollow,
  notifyDaily,
} from '@/lib/comments/notifications/subscription-commands'
import { sendEverything } from '@/lib/comments/notifications/commands'
import type { Reach } from '@/lib/comments/author/queries'
import type { LinkPurpose } from '@/lib/comments/author/link-token'
import type { Locale } from '@/lib/i18n/locales'
import { problemSentence } from '@/lib/i18n/words'
import { statusByRule } from './comment-response'
import { changeOwn, eraseOwn, withdrawOwn } from '@/lib/moderation/decisions/author-commands'

type Did = { ok: true; notice?: AuthorNotice } | { ok: false; status: number; refusal: string }

/** What a link's form may ask for, by what the link is for. */
export const mayAsk: Record<LinkPurpose, readonly string[]> = {
  status: [
    ...['change', 'withdraw', 'export', 'erase', 'send-everything'],
    ...['follow', 'stop', 'daily', 'at-once'],
  ],
  confirm: ['confirm'],
  stop: ['stop'],
  'stop-all': ['stop-all'],
  everything: ['export', 'erase'],
  never: ['never'],
}

export const oneClick = (purpose: LinkPurpose) =>
  purpose === 'stop-all' || purpose === 'never' ? purpose : 'stop'

export const reachOf = (purpose: LinkPurpose): Reach =>
  purpose === 'everything' ? 'the address' : 'this comment'

export async function actOn(
  { commentId, purpose }: { commentId: string; purpose: LinkPurpose },
  intent: unknown,
  { typed, sure }: { typed: unknown; sure: unknown },
): Promise<Did> {
  if (typeof intent !== 'string' || !mayAsk[purpose].includes(intent)) return refused('not-possible')
  if (intent === 'erase' && sure !== 'yes') return refused('not-sure')
  const does: Record<string, () => Promise<{ ok: true } | { ok: false; refusal: string }>> = {
    change: () => changeOwn(commentId, typed),
    withdraw: () => withdrawOwn(commentId),
    erase: () => eraseOwn(commentId, reachOf(purpose)),
    follow: () => askToFollow(commentId),
    confirm: () => confirmFollow(commentId),
    stop: () => stopFollow(commentId),
    never: async () => {
      await refuseAsking(commentId)
      return { ok: true }
    },
    'send-everything': () => sendEverything(commentId),
    'stop-all': () => stopAllFollows(commentId),
    daily: () => notifyDaily(commentId, true),
    'at-once': () => notifyDaily(commentId, false),
  }
  const outcome = await does[intent]!()
  if (!outcome.ok) return refused(outcome.refusal)
  const notices: Record<string, AuthorNotice> = {
    confirm: 'confirmed',
    stop: 'stopped',
    'stop-all': 'stoppedAll',
    change: 'edited',
    never: 'neverAsked',
    'send-everything': 'linkSent',
    erase: 'erasedAll',
  }
  return { ok: true, notice: notices[intent] }
}

const statusOf: Record<string, number> = {
  'too-late': 403,
  'not-possible': 409,
  duplicate: 409,
  'too-fast': 429,
  ...statusByRule,
}
const refused = (refusal: string): Did => ({ ok: false, status: statusOf[refusal] ?? 422, refusal })

export function noticeOf(refusal: string, locale: Locale): AuthorNotice {
  if (refusal === 'too-late') return 'tooLate'
  if (refusal === 'not-sure') return 'notSure'
  const problem = problemSentence(locale, refusal)
  return problem ? { problem } : 'notPossible'
}
