import { z } from 'zod'
import type { AnswerRefusal } from '@/lib/captcha/challenge'
import { readEmail } from '@/lib/kernel/text/email-address'
import { hiddenField } from '@/lib/spam/rules'
import { isBlank } from '@/lib/kernel/text/shown-text'
import {
  mendName,
  readName,
  readText,
  showLine,
  showText,
  strayProblem,
  type StrayProblem,
} from '@/lib/kernel/text/typed-text'
import { readWebAddress } from '@/lib/kernel/text/web-address'
import { commentLimits } from '../rules'
import type { FieldProblems, TypedComment } from './form-state'

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
  | StrayProblem<'characters' | 'email-character'>
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

export type Problems = FieldProblems<ProblemCode>

/** A comment form, read. */
interface FormSubmission {
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
  typed: TypedComment
}

/** A read form and the address that it was posted to. */
export interface Submission extends FormSubmission {
  locale: string
  slug: string
}

type Read = { ok: true; value: FormSubmission } | { ok: false; problems: Problems; typed: TypedComment }

/** Which fields the settings ask for. */
interface Wanted {
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
    [hiddenField]: hidden,
    follow,
    work,
  } = form.data
  // A form from before the field was taken away may still bring it.
  const url = wanted.websiteField ? givenUrl : ''
  const read = {
    comment: commentText(comment),
    author: unlessMissing(personsName(author), wanted.nameAndEmailRequired),
    email: unlessMissing(emailAddress(email), wanted.nameAndEmailRequired),
    url: webAddress(url),
  }
  const problems = Object.fromEntries(
    Object.entries(read).flatMap(([name, field]) => ('problem' in field ? [[name, field.problem]] : [])),
  ) as Problems
  if (!allRead(read)) return { ok: false, problems, typed }
  const value: FormSubmission = {
    chapterId: chapter,
    parentId: parent || undefined,
    submissionKey: key || undefined,
    text: read.comment.text,
    name: read.author.text,
    email: read.email.text,
    url: read.url.text || undefined,
    token: challenge,
    answer: shortLine(answer),
    honeypot: honeypotOf(hidden),
    follow: follow === 'yes',
    typed,
    ...(work && { work: work.slice(0, 20) }),
  }
  return { ok: true, value }
}

/** The text of a comment by itself, as its author changes it. */
export function readCommentText(
  value: unknown,
): { ok: true; text: string } | { ok: false; problem: ProblemCode } {
  if (typeof value !== 'string') return { ok: false, problem: 'form-broken' }
  const read = commentText(value)
  return 'problem' in read ? { ok: false, problem: read.problem } : { ok: true, text: read.text }
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
    // Forms from before have a field `company` in its place. Browsers fill that in, so it says nothing, and is not kept.
    [hiddenField]: text,
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

type Field = { text: string } | { problem: ProblemCode }

// Nothing looks at a field before its length has been: what is longer than it may be is too long, whatever it holds.
function commentText(value: string): Field {
  const read = readText(value, { bytes: commentLimits.textBytes })
  // Without a refused character, there is only one thing that can be wrong.
  if (!read.ok) return { problem: isBlank(value) ? 'comment-missing' : 'comment-long' }
  return isBlank(read.text) ? { problem: 'comment-missing' } : { text: read.text }
}

function personsName(value: string): Field {
  const read = readName(value, { characters: commentLimits.name })
  if (read.ok) return isBlank(read.text) ? { problem: 'name-missing' } : { text: read.text }
  return { problem: read.problem === 'stray' ? strayProblem('characters', read.stray) : 'name-long' }
}

function emailAddress(value: string): Field {
  const read = readEmail(value, { characters: commentLimits.email })
  if (read.ok) return { text: read.email }
  return {
    problem: read.problem === 'stray' ? strayProblem('email-character', read.stray) : `email-${read.problem}`,
  }
}

function webAddress(value: string): Field {
  const read = readWebAddress(value, { characters: commentLimits.url })
  if (read.ok) return { text: read.url }
  return read.problem === 'missing' ? { text: '' } : { problem: `url-${read.problem}` }
}

// What shows nothing is nothing, where nothing is allowed.
const unlessMissing = (field: Field, required: boolean): Field =>
  !required && 'problem' in field && /-missing$/.test(field.problem) ? { text: '' } : field

const allRead = <Name extends string>(
  fields: Record<Name, Field>,
): fields is Record<Name, { text: string }> => Object.values<Field>(fields).every((field) => 'text' in field)

// Nothing that can be typed as a number is longer, and what it holds is the calculation's business.
const shortLine = (value: string) => mendName(value.trim().slice(0, 200))

// It is a signal, not a field: strange characters in it are no reason to refuse anything.
const honeypotOf = (value: string) =>
  value.toWellFormed().replaceAll('\0', '').trim().slice(0, 200) || undefined

function lower(value: string) {
  return value.toLowerCase()
}

/** What a form brought, as it can be shown again: all of it, however long, but what may not stand in a page. */
export function showable(fields: unknown): TypedComment {
  const all = typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {}
  const line = (value: unknown) => (typeof value === 'string' ? showLine(value) : '')
  const comment = typeof all.comment === 'string' ? showText(all.comment) : ''
  return { comment, author: line(all.author), email: line(all.email), url: line(all.url) }
}
