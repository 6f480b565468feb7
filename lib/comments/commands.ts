import { z } from 'zod'
import { checkAnswer, keyOfChallenge } from '@/lib/captcha/challenge'
import { log } from '@/lib/kernel/log'
import { findSubmission, storeSubmission, type SubmissionState } from './store-commands'
import type { Problems, Submission } from './schema'

export type Submitted =
  { ok: true; value: { commentId: string; again: boolean } } | { ok: false; problems: Problems }

/** Where a submission came from, as the server saw it. */
export interface Origin {
  ip: string
  userAgent: string
  referrer: string
}

/**
 * Stores a comment as pending, or says what is wrong with it. The same submission key again gives the same
 * answer and no second comment, whatever has become of its challenge.
 */
export async function submit(
  given: Submission,
  from: Origin,
  tools: { now: number; secret: string },
): Promise<Submitted> {
  const checked = shape.safeParse(given)
  if (!checked.success) return refused({ form: 'form-broken' })
  const { token, answer, chapterId, ...rest } = checked.data
  const answered = checkAnswer({ token, answer, chapterId, ...tools })
  const submission = {
    ...rest,
    chapterId,
    submissionKey: rest.submissionKey ?? (answered.ok ? keyOfChallenge(answered.value.nonce) : undefined),
  }
  try {
    if (!answered.ok) return told(await findSubmission(submission), submission, { answer: answered.refusal })
    const state = await storeSubmission(submission, { ...originShape.parse(from), ...answered.value })
    if (state.storedId) return { ok: true, value: { commentId: state.storedId, again: false } }
    if (state.known || !state.published || !state.parentFound) return told(state, submission, {})
    // Somebody was first: another copy of this submission, whose row we can see by now, or another use of the challenge.
    return told(await findSubmission(submission), submission, { answer: 'challenge-used' })
  } catch (error) {
    // The name of the fault alone: Postgres repeats whole rows in its messages.
    const { code, name } = error as { code?: string; name?: string }
    log.error({ code, fault: name }, 'a comment could not be stored')
    return refused({ form: 'unavailable' })
  }
}

function told(
  state: SubmissionState,
  submission: { text: string; chapterId: string },
  otherwise: Problems,
): Submitted {
  const { known } = state
  if (known && known.chapterId === submission.chapterId && known.text === submission.text) {
    return { ok: true, value: { commentId: known.id, again: true } }
  }
  if (known) return refused({ form: 'changed-text' })
  if (!state.published) return refused({ form: 'chapter-missing' })
  if (otherwise.answer) return refused(otherwise)
  return refused({ form: 'parent-missing' })
}

const refused = (problems: Problems) => ({ ok: false, problems }) as const

// The types say the same, but a call from elsewhere may not keep them: nothing unchecked reaches a query.
const shape = z.object({
  chapterId: z.guid(),
  parentId: z.guid().optional(),
  submissionKey: z.guid().optional(),
  locale: z.string().max(35),
  slug: z.string().max(300),
  text: z.string(),
  name: z.string(),
  email: z.string(),
  url: z.string().optional(),
  token: z.string(),
  answer: z.string(),
  honeypot: z.string().optional(),
})

const header = (longest: number) =>
  z
    .string()
    .catch('')
    .transform((text) => text.toWellFormed().replaceAll('\0', '').slice(0, longest).toWellFormed())

const originShape = z.object({ ip: header(64), userAgent: header(512), referrer: header(1_024) })
