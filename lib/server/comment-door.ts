import { randomInt, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FormState } from '@/components/comments/form-state'
import { issueChallenge } from '@/lib/captcha/challenge'
import { submit } from '@/lib/comments/commands'
import { readSubmission, type ProblemCode, type Problems, type Typed } from '@/lib/comments/schema'
import type { Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'
import { runtime } from '@/lib/kernel/env'
import { uuidIn } from '@/lib/kernel/ids'
import { log } from '@/lib/kernel/log'
import { readBody, readFields } from './request-body'

/** The chapter that a comment is posted to, by its address. */
export interface ChapterAddress {
  locale: Locale
  slug: string
}

type Outcome =
  | { kind: 'received' }
  | { kind: 'sum'; typed: Typed; key: string; parent?: string; chapterId: string }
  | { kind: 'problems'; problems: Problems; typed: Typed; key: string; parent?: string; chapterId: string }

/** What a plain form is answered with: the chapter's page, its form in this state. */
export interface AnsweredForm {
  address: ChapterAddress
  status: number
  state: FormState
  chapterId: string
}

export interface CommentDoorOptions {
  sendPage: (page: AnsweredForm) => Promise<void>
}

// The form takes 65,525 UTF-16 units, of three bytes each at most, every byte written as %xx; and the other
// fields. What is longer than the site takes can then still be shown again to be shortened.
const bodyLimit = 700 * 1024

/** Answers `POST /{locale}/chapters/{slug}/comments`: JSON to our script, a page to a plain form. */
export async function postComment(
  request: IncomingMessage,
  response: ServerResponse,
  address: ChapterAddress,
  origin: { ip: string; ours: boolean },
  options: CommentDoorOptions,
) {
  const outcome = await outcomeOf(request, address, origin)
  const status = statusOf(outcome)
  if (status === 413) response.setHeader('connection', 'close')
  if (status === 503) response.setHeader('retry-after', '5')

  if (wantsJson(request)) return sendJson(response, status, jsonOf(outcome, address.locale))
  if (outcome.kind === 'received') {
    // The page that follows is fetched by GET, so going back or reloading posts nothing again.
    response.writeHead(303, {
      location: `${pathOf(address)}?posted=pending#respond`,
      'cache-control': 'no-store',
    })
    response.end()
    return
  }
  const state = stateOf(outcome, address.locale)
  await options.sendPage({ address, status, state, chapterId: outcome.chapterId })
}

/** The form of a page that was asked for with a comment to answer, for readers without scripts. */
export const replyForm = (chapterId: string, locale: Locale, parent: string): FormState => ({
  status: 'reply',
  typed: nothingTyped,
  challenge: newChallenge(chapterId, locale),
  submissionKey: randomUUID(),
  parent,
})

/** Answers `GET /api/captcha?chapter=…&locale=…` with a new calculation. */
export function newChallenge(chapterId: string, locale: Locale) {
  return issueChallenge({ now: Date.now(), random: randomInt, secret: runtime().secret, chapterId, locale })
}

export const pathOf = ({ locale, slug }: ChapterAddress) => `/${locale}/chapters/${encodeURIComponent(slug)}`

async function outcomeOf(
  request: IncomingMessage,
  address: ChapterAddress,
  origin: { ip: string; ours: boolean },
): Promise<Outcome> {
  const body = await readBody(request, bodyLimit)
  if (!body.ok) return formProblem(body.refusal === 'too-large' ? 'too-large' : 'form-broken')
  const fields = await readFields(request.headers['content-type'], body.value)
  if (!fields.ok) return formProblem('form-broken')

  const read = readSubmission(fields.value)
  const kept = {
    typed: read.ok ? read.value.typed : read.typed,
    key: uuidIn(fields.value.submission_key) ?? randomUUID(),
    parent: uuidIn(fields.value.parent),
    chapterId: uuidIn(fields.value.chapter) ?? '',
  }
  if (!origin.ours) return { kind: 'problems', problems: { form: 'origin-foreign' }, ...kept }
  if (fields.value.intent === 'new-sum') return { kind: 'sum', ...kept }
  if (!read.ok) return { kind: 'problems', problems: read.problems, ...kept }

  try {
    const answer = await submit(
      { ...read.value, ...address },
      { ip: origin.ip, userAgent: header(request, 'user-agent'), referrer: header(request, 'referer') },
      { now: Date.now(), secret: runtime().secret },
    )
    if (answer.ok) return { kind: 'received' }
    // Another text under a stored key is another comment: the next try gets a key of its own.
    if (answer.problems.form === 'changed-text') kept.key = randomUUID()
    // So is a reply to a comment that has gone.
    if (answer.problems.form === 'parent-missing') kept.parent = undefined
    const asksSum = answer.problems.answer === 'answer-missing' && Object.keys(answer.problems).length === 1
    return asksSum ? { kind: 'sum', ...kept } : { kind: 'problems', problems: answer.problems, ...kept }
  } catch (error) {
    log.error({ err: error }, 'a comment could not be stored')
    return { kind: 'problems', problems: { form: 'unavailable' }, ...kept }
  }
}

const nothingTyped: Typed = { comment: '', author: '', email: '', url: '' }

const formProblem = (code: ProblemCode): Outcome => ({
  kind: 'problems',
  problems: { form: code },
  typed: nothingTyped,
  key: randomUUID(),
  chapterId: '',
})

const statusByProblem: Partial<Record<ProblemCode, number>> = {
  'origin-foreign': 403,
  'comments-closed': 403,
  'chapter-missing': 404,
  'changed-text': 409,
  'challenge-used': 409,
  'too-large': 413,
  'form-broken': 400,
  unavailable: 503,
}

function statusOf(outcome: Outcome): number {
  if (outcome.kind === 'received') return 200
  if (outcome.kind === 'sum') return 422
  const codes = Object.values(outcome.problems)
  return codes.map((code) => statusByProblem[code]).find(Boolean) ?? 422
}

function stateOf(outcome: Exclude<Outcome, { kind: 'received' }>, locale: Locale): FormState {
  const common = {
    typed: outcome.typed,
    challenge: newChallenge(outcome.chapterId, locale),
    submissionKey: outcome.key,
    ...(outcome.parent ? { parent: outcome.parent } : {}),
  }
  return outcome.kind === 'sum'
    ? { status: 'sum', ...common }
    : { status: 'problems', problems: outcome.problems, ...common }
}

function jsonOf(outcome: Outcome, locale: Locale) {
  const { form } = words(locale)
  if (outcome.kind === 'received')
    return { status: 'received', message: form.received, more: form.receivedMore }
  const problems: Problems = outcome.kind === 'sum' ? { answer: 'answer-missing' } : outcome.problems
  const said = Object.entries(problems).map(([field, code]) => [field, words(locale).problems[code]])
  // Who was only too quick may send the same answer again in a moment.
  const challenge =
    problems.answer === 'too-early' ? {} : { challenge: newChallenge(outcome.chapterId, locale) }
  const reply = problems.form === 'parent-missing' ? { reply: 'gone' } : {}
  return { status: 'problems', problems: Object.fromEntries(said) as object, ...challenge, ...reply }
}

function sendJson(response: ServerResponse, status: number, answer: object) {
  const body = JSON.stringify(answer)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(body)
}

const wantsJson = (request: IncomingMessage) => /\bapplication\/json\b/.test(request.headers.accept ?? '')

const header = (request: IncomingMessage, name: 'user-agent' | 'referer') => request.headers[name] ?? ''
