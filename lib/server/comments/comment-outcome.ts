import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TypedComment } from '@/lib/comments/submit/form-state'
import { submit, type Origin } from '@/lib/comments/submit/commands'
import { formRules } from '@/lib/comments/discussion/form-queries'
import { quotationOf } from '@/lib/comments/thread/quote-queries'
import { readSubmission, showable } from '@/lib/comments/submit/schema'
import type { ProblemCode, Problems } from '@/lib/comments/submit/types'
import type { Locale } from '@/lib/i18n/locales'
import { runtime } from '@/lib/kernel/env'
import { uuidIn } from '@/lib/kernel/ids'
import { log } from '@/lib/kernel/log'
import { endsReply, type Kept, type SubmitOutcome } from './comment-response'
import type { Waiter } from '../turns/types'
import { readBody, readFields } from '../bodies/request-body'
import { inWritingTurn } from '../turns/writing-turns'

/** The chapter that a comment is posted to, by its address. */
export interface ChapterAddress {
  locale: Locale
  slug: string
}

export interface CommentOrigin {
  ip: string
  /** Does the browser say that the form is one of our own pages'? */
  ours: boolean
  waiter: Waiter
}

// Three times the longest comment (65,525 bytes), every byte written as %xx; and the other fields. What is longer
// than the site takes can then still be shown again to be shortened.
export const commentBodyLimit = 700 * 1024

export async function outcomeOf(
  request: IncomingMessage,
  response: ServerResponse,
  address: ChapterAddress,
  origin: CommentOrigin,
): Promise<SubmitOutcome> {
  // Where it comes from is asked before anything of it is read. Only a form that a browser sends for a person is read
  // nevertheless, so that what was typed is not lost; nothing else is done with it.
  if (!origin.ours && !isPlainForm(request)) {
    response.setHeader('connection', 'close')
    return formProblem('origin-foreign')
  }
  const body = await readBody(request, response, commentBodyLimit)
  if (!body.ok) return formProblem(problemOf[body.refusal])
  const fields = await readFields(request.headers['content-type'], body.value)
  if (!fields.ok) return formProblem('form-broken')

  if (!origin.ours) {
    const chapterId = uuidIn(fields.value.chapter) ?? ''
    return { ...formProblem('origin-foreign'), typed: showable(fields.value), chapterId }
  }
  const read = readSubmission(fields.value, await formRules())
  const kept = keptOf(fields.value, read.ok ? read.value.typed : read.typed)
  const { intent } = fields.value
  if (intent === 'new-sum') return { kind: 'sum', ...kept }
  if (intent === 'cancel-reply') return { kind: 'reply', ...kept, parent: undefined }
  if (intent === 'quote') return quoted(kept, origin.waiter)
  if (intent === 'preview') return previewed(kept, read.ok ? {} : read.problems)
  if (!read.ok) return { kind: 'problems', problems: read.problems, ...kept }

  const from = {
    ip: origin.ip,
    userAgent: header(request, 'user-agent'),
    referrer: header(request, 'referer'),
  }
  return stored({ ...read.value, ...address }, from, kept, origin.waiter)
}

const keptOf = (fields: Record<string, unknown>, typed: TypedComment): Kept => ({
  typed,
  key: uuidIn(fields.submission_key) ?? randomUUID(),
  parent: uuidIn(fields.parent),
  follow: fields.follow === 'yes',
  remember: fields.remember === 'yes',
  chapterId: uuidIn(fields.chapter) ?? '',
})

async function stored(
  submission: Parameters<typeof submit>[0],
  from: Origin,
  kept: Kept,
  waiter: Waiter,
): Promise<SubmitOutcome> {
  try {
    const answer = await inWritingTurn(waiter, () =>
      submit(submission, from, { now: Date.now(), secret: runtime().secret }),
    )
    if (!answer) return { kind: 'problems', problems: { form: 'unavailable' }, ...kept }
    if (answer.ok)
      return { kind: 'received', commentId: answer.value.commentId, chapterId: submission.chapterId }
    // Another text under a stored key is another comment: the next try gets a key of its own.
    if (answer.problems.form === 'changed-text') kept.key = randomUUID()
    // So is a reply to a comment that has gone, or where replies have been switched off.
    if (endsReply(answer.problems)) kept.parent = undefined
    const asksSum = answer.problems.answer === 'answer-missing' && Object.keys(answer.problems).length === 1
    if (asksSum) return { kind: 'sum', ...kept }
    return { kind: 'problems', problems: answer.problems, retryAfter: answer.retryAfter, ...kept }
  } catch (error) {
    log.error({ err: error }, 'a comment could not be stored')
    return { kind: 'problems', problems: { form: 'unavailable' }, ...kept }
  }
}

const problemOf = { 'too-large': 'too-large', 'no-room': 'unavailable', 'cut-off': 'form-broken' } as const

// A preview needs no calculation, but a text that could be posted.
function previewed(kept: Kept, { answer: _, ...problems }: Problems): SubmitOutcome {
  return Object.keys(problems).length > 0
    ? { kind: 'problems', problems, ...kept }
    : { kind: 'preview', ...kept }
}

async function quoted(kept: Kept, waiter: Waiter): Promise<SubmitOutcome> {
  const found = await inWritingTurn(waiter, async () => ({
    quotation: await quotationOf(kept.chapterId, kept.parent).catch(() => undefined),
  }))
  const quotation = found?.quotation ?? ''
  return { kind: 'reply', ...kept, typed: { ...kept.typed, comment: quotation + kept.typed.comment } }
}

export const nothingTyped: TypedComment = { comment: '', author: '', email: '', url: '' }

const formProblem = (code: ProblemCode): Extract<SubmitOutcome, { kind: 'problems' }> => ({
  kind: 'problems',
  problems: { form: code },
  typed: nothingTyped,
  key: randomUUID(),
  chapterId: '',
})

const isPlainForm = (request: IncomingMessage) =>
  !wantsJson(request) &&
  /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(request.headers['content-type'] ?? '')

export const wantsJson = (request: IncomingMessage) =>
  /\bapplication\/json\b/.test(request.headers.accept ?? '')

const header = (request: IncomingMessage, name: 'user-agent' | 'referer') => request.headers[name] ?? ''
