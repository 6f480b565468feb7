import { createHash } from 'node:crypto'
import { z } from 'zod'
import { checkAnswer, keyOfChallenge, nonceOf } from '@/lib/captcha/challenge'
import { isSpent, mostMisses, noteGuess, noteMiss } from '@/lib/captcha/misses'
import { burn } from '@/lib/captcha/redeem'
import { isWork } from '@/lib/captcha/work'
import { log } from '@/lib/kernel/log'
import { addressPace, authorPace, heldFor } from './rate-keys'
import { countStored, discussionNow, type DiscussionNow } from '../discussion/queries'
import { marksOf, problemOf } from './marks'
import { lookWhileRefused, noteRefusal, refusedFor } from './refused-addresses'
import { findSubmission, storeSubmission, type Gate, type SubmissionState } from './store-commands'
import type { Problems, Submission } from './types'

export type Submitted =
  | { ok: true; value: { commentId: string; again: boolean } }
  | { ok: false; problems: Problems; retryAfter?: number }

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
  const { token, answer, chapterId, work, ...rest } = checked.data
  const answered = checkAnswer({ token, answer, chapterId, ...tools })
  const keyOfAnswer = answered.ok ? keyOfChallenge(answered.value.nonce) : undefined
  const submission = {
    ...rest,
    chapterId,
    worked: workedFor(token, work),
    submissionKey: rest.submissionKey ?? keyOfAnswer,
  }
  try {
    const now = await discussionNow()
    const { settings, lastMinute } = now
    const is = (state: SubmissionState, otherwise: Problems = {}) => told(state, submission, now, otherwise)
    if (submission.parentId && settings.threadDepth === 1)
      return is(await findSubmission(submission, settings), { form: 'no-replies' })
    // Who has to wait is told even so what has become of this very form, and what was said before.
    const origin = originShape.parse(from)
    const address = addressPace(tools.secret, origin.ip)
    const waiting = async (wait: number, key = address) => {
      const look = () =>
        findSubmission(submission, settings, { said: true }).then((state) => is(state, tooFast))
      const outcome = (await lookWhileRefused(key, hashOf(submission), look)) ?? refused(tooFast)
      return outcome.ok || outcome.problems.form !== 'too-fast' ? outcome : { ...outcome, retryAfter: wait }
    }
    const full = lastMinute.site >= settings.siteRefusesAt
    if (!answered.ok) {
      const otherwise = { answer: answered.refusal }
      if (answered.refusal !== 'answer-wrong')
        return is(await findSubmission(submission, settings), otherwise)
      const { wait, key } = await guessed(token, address, tools)
      if (wait > 0) return waiting(wait, key)
      return is(await findSubmission(submission, settings), otherwise)
    }
    if (isSpent(answered.value.nonce, tools.now))
      return is(await findSubmission(submission, settings), { answer: 'challenge-used' })
    if (full || settings.commenting === 'nobody')
      return is(await findSubmission(submission, settings), tooFast)

    const waits = refusedFor(address, tools.now)
    if (waits > 0) return waiting(waits)
    const gate = gateOf(now, submission, origin.ip, tools.secret)
    const state = await storeSubmission(submission, { ...origin, ...answered.value }, gate)
    if (state.wait && state.wait > 0) noteRefusal(gate.address, state.wait, tools.now)
    if (state.storedId) {
      countStored(now, chapterId)
      return { ok: true, value: { commentId: state.storedId, again: false } }
    }
    if (saysWhy(state)) return is(state)
    // Somebody was first: another copy of this submission, whose row we can see by now, or another use of the challenge.
    return is(await findSubmission(submission, settings), { answer: 'challenge-used' })
  } catch (error) {
    // The name of the fault alone: Postgres repeats whole rows in its messages.
    const { code, name } = error as { code?: string; name?: string }
    log.error({ code, fault: name }, 'a comment could not be stored')
    return refused({ form: 'unavailable' })
  }
}

const workedFor = (token: string, work: string | undefined) => (work ? isWork(token, work) : undefined)

/** Does what was found in the database say by itself why nothing was stored? */
const saysWhy = ({ known, refusal, published, closed, parentFound }: SubmissionState) =>
  Boolean(known || refusal || !published || closed || !parentFound)

// A challenge is good for three wrong answers, and an address for some dozen: guessing leads nowhere. Each wrong
// answer is answered with a new challenge, so nobody is kept from trying again. Others may share the address: what
// wrong answers are told keeps no right one out.
async function guessed(token: string, address: string, { now, secret }: { now: number; secret: string }) {
  const nonce = nonceOf(token, secret)
  const isLast = nonce !== undefined && noteMiss(nonce, now) === mostMisses
  const key = [address, guessesOf(address)].find((one) => refusedFor(one, now) > 0)
  if (key) return { key, wait: refusedFor(key, now) } // a flood of wrong answers writes nothing
  if (isLast) await burn(nonce)
  const wait = noteGuess(address, now)
  if (wait > 0) noteRefusal(guessesOf(address), wait, now)
  return { key: guessesOf(address), wait }
}

const guessesOf = (address: string) => `guesses of ${address}`

function gateOf(
  { settings, lastMinute }: DiscussionNow,
  submission: { email: string; name: string; chapterId: string; url?: string; text: string },
  ip: string,
  secret: string,
): Gate {
  const { email, name, chapterId } = submission
  const { closeAfterDays, gapSeconds, mostInTenMinutes } = settings
  const address = addressPace(secret, ip)
  return {
    closeAfterDays,
    gapSeconds,
    mostInTenMinutes,
    authorCounts: email !== '',
    address,
    author: email || name ? authorPace(secret, { email, name }) : address,
    marks: marksOf({ ...submission, ip }),
    heldFor: heldFor(settings, { site: lastMinute.site, chapter: lastMinute.chapters.get(chapterId) ?? 0 }),
  }
}

function told(
  state: SubmissionState,
  submission: { text: string; chapterId: string; email: string; url?: string },
  { settings }: DiscussionNow,
  otherwise: Problems,
): Submitted {
  const { known, refusal, ruled } = state
  if (known && known.chapterId === submission.chapterId && known.text === submission.text) {
    return { ok: true, value: { commentId: known.id, again: true } }
  }
  if (known) return refused({ form: 'changed-text' })
  if (!state.published) return refused({ form: 'chapter-missing' })
  if (state.closed || settings.commenting === 'nobody') return refused({ form: 'comments-closed' })
  if (ruled) return refused(problemOf(ruled, submission))
  if (refusal === 'challenge-used') return refused({ answer: refusal })
  if (refusal === 'duplicate') return refused({ form: refusal })
  if (refusal === 'too-fast') return { ...refused({ form: refusal }), retryAfter: state.wait ?? 1 }
  if (otherwise.form === 'too-fast') return { ...refused(otherwise), retryAfter: 60 }
  if (otherwise.answer || otherwise.form) return refused(otherwise)
  return refused({ form: 'parent-missing' })
}

const refused = (problems: Problems) => ({ ok: false, problems }) as const
const tooFast = { form: 'too-fast' } as const

/** Stands for what a form says, and for the form. */
const hashOf = ({ submissionKey, chapterId, parentId, name, email, text }: FormWords) =>
  createHash('sha256')
    .update(JSON.stringify([submissionKey, chapterId, parentId, name, email, text]))
    .digest('base64url')
type FormWords = Pick<Submission, 'submissionKey' | 'chapterId' | 'parentId' | 'name' | 'email' | 'text'>

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
  follow: z.boolean().optional(),
  work: z.string().optional(),
})

const header = (longest: number) =>
  z
    .string()
    .catch('')
    .transform((text) => text.toWellFormed().replaceAll('\0', '').slice(0, longest).toWellFormed())

const originShape = z.object({ ip: header(64), userAgent: header(512), referrer: header(1_024) })
