import { z } from 'zod'
import type { AnswerRefusal } from '@/lib/captcha/challenge'
import { isBlank } from '@/lib/kernel/shown-text'
import { limits } from './rules'
import {
  isLongerThan,
  mayStandInLine,
  mayStandInName,
  mayStandInText,
  readUrl,
  tidyLine,
  tidyText,
  withoutControls,
} from './text'

export type ProblemCode =
  | AnswerRefusal
  | 'comment-missing'
  | 'comment-long'
  | 'name-missing'
  | 'name-long'
  | 'email-missing'
  | 'email-wrong'
  | 'email-long'
  | 'url-wrong'
  | 'url-long'
  | 'characters'
  | 'challenge-used'
  | 'comments-closed'
  | 'chapter-missing'
  | 'parent-missing'
  | 'no-replies'
  | 'changed-text'
  | 'duplicate'
  | 'too-fast'
  | 'form-broken'
  | 'origin-foreign'
  | 'too-large'
  | 'unavailable'

export type Problems = Partial<
  Record<'comment' | 'author' | 'email' | 'url' | 'answer' | 'form', ProblemCode>
>

/** What can safely be shown again in the form. */
export interface Typed {
  comment: string
  author: string
  email: string
  url: string
}

/** A comment form, read. */
export interface FormSubmission {
  chapterId: string
  parentId?: string
  submissionKey?: string
  text: string
  name: string
  email: string
  url?: string
  token: string
  answer: string
  /** What stood in the field that people do not see. */
  honeypot?: string
  /** What the page's script has worked out. */
  work?: string
  /** Wants to be told by mail what becomes of it. */
  follow?: boolean
  typed: Typed
}

/** A read form and the address that it was posted to. */
export interface Submission extends FormSubmission {
  locale: string
  slug: string
}

type Read = { ok: true; value: FormSubmission } | { ok: false; problems: Problems; typed: Typed }

/** Which fields the settings ask for. */
export interface Wanted {
  nameAndEmailRequired: boolean
  websiteField: boolean
}
const usuallyWanted: Wanted = { nameAndEmailRequired: true, websiteField: true }

/** Reads the fields of a comment form, whatever they are; names every problem at once. */
export function readSubmission(fields: unknown, wanted = usuallyWanted): Read {
  const typed = showable(fields)
  const form = formShape.safeParse(fields)
  if (!form.success) return { ok: false, problems: { form: formProblem(form.error) }, typed }

  const {
    comment,
    author,
    email,
    url: givenUrl,
    answer,
    challenge,
    chapter,
    parent,
    submission_key: key,
    company,
    follow,
    work,
  } = form.data
  // A form from before the field was taken away may still bring it.
  const url = wanted.websiteField ? givenUrl : ''
  const may = (problem: ProblemCode | undefined) =>
    wanted.nameAndEmailRequired || !missing(problem) ? problem : undefined
  const all: Problems = {
    comment: problemOf(commentText, comment),
    author: may(problemOf(name, author)),
    email: may(problemOf(emailAddress, email)),
    url: problemOf(webAddress, url),
    answer: mayStandInLine(answer) ? undefined : 'characters',
  }
  const problems = Object.fromEntries(Object.entries(all).filter(([, problem]) => problem)) as Problems
  if (Object.keys(problems).length > 0) return { ok: false, problems, typed }
  const value: FormSubmission = {
    ...{ chapterId: chapter, parentId: parent || undefined, submissionKey: key || undefined },
    ...{ text: tidyText(comment), name: shownLine(author), email: shownLine(email), url: storedUrl(url) },
    ...{ token: challenge, answer, honeypot: honeypotOf(company), follow: follow === 'yes', typed },
    ...(work && { work: work.slice(0, 20) }),
  }
  return { ok: true, value }
}

/** The text of a comment by itself, as its author changes it. */
export function readCommentText(
  value: unknown,
): { ok: true; text: string } | { ok: false; problem: ProblemCode } {
  if (typeof value !== 'string') return { ok: false, problem: 'form-broken' }
  const problem = problemOf(commentText, value)
  return problem ? { ok: false, problem } : { ok: true, text: tidyText(value) }
}

const text = z.string('form-broken').optional().default('')
const idOrNothing = (problem: ProblemCode) =>
  text.pipe(z.string().regex(/^$|^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, problem)).transform(lower)

const formShape = z.object(
  {
    comment: text,
    author: text,
    email: text,
    url: text,
    answer: text,
    company: text,
    follow: text,
    work: text,
    challenge: z.string('form-broken').max(1_000, 'form-broken').optional().default(''),
    chapter: z.string('form-broken').pipe(z.guid('chapter-missing')).transform(lower),
    parent: idOrNothing('parent-missing'),
    submission_key: idOrNothing('form-broken'),
  },
  'form-broken',
)

const formProblem = (error: z.ZodError): ProblemCode => {
  const codes = error.issues.map(({ message }) => message)
  return (
    (['chapter-missing', 'parent-missing'] as const).find((code) => codes.every((said) => said === code)) ??
    'form-broken'
  )
}

// Each field's rules in the order in which they are told: the first that is broken names the problem.
type Rule = [broken: (value: string) => boolean, problem: ProblemCode]

const commentText: Rule[] = [
  [(value) => !mayStandInText(tidyText(value)), 'characters'],
  [(value) => isBlank(value), 'comment-missing'],
  [(value) => Buffer.byteLength(tidyText(value)) > limits.textBytes, 'comment-long'],
]
const name: Rule[] = [
  [(value) => !mayStandInName(value), 'characters'],
  [(value) => isBlank(value), 'name-missing'],
  [(value) => isLongerThan(limits.name, tidyLine(value)), 'name-long'],
]
const emailAddress: Rule[] = [
  [(value) => !mayStandInName(value), 'characters'],
  [(value) => isBlank(value), 'email-missing'],
  [(value) => isLongerThan(limits.email, tidyLine(value)), 'email-long'],
  [(value) => !isEmail(tidyLine(value)), 'email-wrong'],
]
const webAddress: Rule[] = [
  [(value) => !mayStandInName(value), 'characters'],
  [(value) => problemOfUrl(value) === 'url-long', 'url-long'],
  [(value) => problemOfUrl(value) === 'url-wrong', 'url-wrong'],
]

const missing = (problem: ProblemCode | undefined) =>
  problem === 'name-missing' || problem === 'email-missing'

// What shows nothing is nothing, where nothing is allowed.
const shownLine = (line: string) => (isBlank(line) ? '' : tidyLine(line))

const problemOf = (rules: Rule[], value: string) => rules.find(([broken]) => broken(value))?.[1]

// The browser's own rule for type="email" (HTML, 4.10.5.1.5), and a dot in the domain.
const isEmail = (value: string) => z.regexes.html5Email.test(value) && /@.+\../.test(value)

const problemOfUrl = (value: string) => {
  if (tidyLine(value) === '') return undefined
  const read = readUrl(tidyLine(value))
  return read.ok ? undefined : read.problem
}

const storedUrl = (value: string) => {
  const read = tidyLine(value) === '' ? undefined : readUrl(tidyLine(value))
  return read?.ok ? read.url : undefined
}

// It is a signal, not a field: strange characters in it are no reason to refuse anything.
const honeypotOf = (value: string) =>
  value.toWellFormed().replaceAll('\0', '').trim().slice(0, 200) || undefined

function lower(value: string) {
  return value.toLowerCase()
}

function showable(fields: unknown): Typed {
  const all = typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {}
  const show = (value: unknown) => (typeof value === 'string' ? withoutControls(value) : '')
  return { comment: show(all.comment), author: show(all.author), email: show(all.email), url: show(all.url) }
}
