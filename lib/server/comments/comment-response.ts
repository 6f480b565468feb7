import { randomInt } from 'node:crypto'
import { issueChallenge } from '@/lib/captcha/challenge'
import type { FormState, TypedComment } from '@/lib/comments/submit/form-state'
import type { ProblemCode, Problems } from '@/lib/comments/submit/types'
import { readReceivedToken, receivedToken, statusToken } from '@/lib/comments/author/link-token'
import type { Locale } from '@/lib/i18n/locales'
import { problemSentence, words } from '@/lib/i18n/words'
import { runtime } from '@/lib/kernel/env'

/** What a form brought that its answer shows again. */
export interface Kept {
  typed: TypedComment
  key: string
  parent?: string
  follow?: boolean
  remember?: boolean
  chapterId: string
}
/** What became of a comment form. */
export type SubmitOutcome =
  | { kind: 'received'; commentId: string; chapterId: string }
  | ({ kind: 'sum' | 'preview' | 'reply' } & Kept)
  | ({ kind: 'problems'; problems: Problems; retryAfter?: number } & Kept)

/** Who is refused by a standing rule, here or when they change their comment. */
export const statusByRule = {
  'refused-email': 403,
  'refused-name': 403,
  'refused-address': 403,
  'refused-network': 403,
  'refused-link': 403,
} as const satisfies Partial<Record<ProblemCode, number>>

const statusByProblem: Partial<Record<ProblemCode, number>> = {
  'origin-foreign': 403,
  'comments-closed': 403,
  'chapter-missing': 404,
  'changed-text': 409,
  duplicate: 409,
  'too-fast': 429,
  'challenge-used': 409,
  'too-large': 413,
  'form-broken': 400,
  ...statusByRule,
  unavailable: 503,
}

export function statusOf(outcome: SubmitOutcome): number {
  if (outcome.kind === 'sum') return 422
  if (outcome.kind !== 'problems') return 200
  const codes = Object.values(outcome.problems)
  return codes.map((code) => statusByProblem[code]).find(Boolean) ?? 422
}

export function stateOf(outcome: Exclude<SubmitOutcome, { kind: 'received' }>, locale: Locale): FormState {
  const common = {
    typed: outcome.typed,
    challenge: newChallenge(outcome.chapterId, locale),
    submissionKey: outcome.key,
    ...(outcome.parent ? { parent: outcome.parent } : {}),
    ...(outcome.follow ? { follow: true } : {}),
    ...(outcome.remember ? { remember: true } : {}),
  }
  if (outcome.kind === 'problems' && outcome.problems.form === 'comments-closed')
    return { status: 'closed', typed: outcome.typed }
  if (outcome.kind === 'problems') return { status: 'problems', problems: outcome.problems, ...common }
  return { status: outcome.kind, ...common }
}

export function jsonOf(outcome: SubmitOutcome, locale: Locale) {
  const { form } = words(locale)
  if (outcome.kind === 'received')
    return {
      status: 'received',
      message: form.received,
      more: form.receivedMore,
      link: {
        href: statusPath(locale, linkToken(outcome.commentId)),
        text: form.statusLink,
        hint: form.statusHint,
      },
    }
  const problems: Problems = outcome.kind === 'problems' ? outcome.problems : { answer: 'answer-missing' }
  const said = Object.entries(problems).map(([field, code]) => [field, problemSentence(locale, code)])
  const challenge = needsChallenge(problems) ? { challenge: newChallenge(outcome.chapterId, locale) } : {}
  const reply = endsReply(problems) ? { reply: 'gone' } : {}
  const spent = problems.form === 'changed-text' ? { spent: true } : {}
  return {
    status: 'problems',
    problems: Object.fromEntries(said) as object,
    ...challenge,
    ...reply,
    ...spent,
  }
}

/**
 * Must the calculation be solved anew? Not where something else was the trouble; nor by who was only too quick, or said
 * it already: they may send the same answer again, which was not used.
 */
const needsChallenge = ({ answer, form, ...fields }: Problems) =>
  (answer !== undefined && answer !== 'too-early') ||
  (form !== undefined && form !== 'too-fast' && form !== 'duplicate') ||
  // A standing rule is told for a calculation each time.
  Object.values(fields).some((code) => code.startsWith('refused-'))

/** Can the comment only be posted on its own now? */
export const endsReply = ({ form }: Problems) => form === 'parent-missing' || form === 'no-replies'

/** The page of a comment of one's own. */
export const statusPath = (locale: Locale, token: string) => `/${locale}/comments/${token}`

/** The page that follows on a plain form which was received. */
export const receivedPath = (path: string, received: { commentId: string; chapterId: string }) =>
  `${path}?posted=${receivedToken(runtime().secret, received, Date.now())}#said`

/**
 * What that page shows, with the link to the comment's own page; nothing when its address is not ours, not fresh, or
 * another chapter's.
 */
export function receivedForm(locale: Locale, token: string, chapterId: string): FormState | undefined {
  const commentId = readReceivedToken(runtime().secret, { token, chapterId }, Date.now())
  return commentId ? { status: 'received', link: statusPath(locale, linkToken(commentId)) } : undefined
}

const linkToken = (commentId: string) => statusToken(runtime().secret, commentId)

/** Answers `GET /api/captcha?chapter=…&locale=…` with a new calculation. */
export function newChallenge(chapterId: string, locale: Locale) {
  return issueChallenge({ now: Date.now(), random: randomInt, secret: runtime().secret, chapterId, locale })
}
