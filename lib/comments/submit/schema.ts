import { z } from 'zod'
import { hiddenField } from '@/lib/spam/rules'
import { showLine, showText } from '@/lib/kernel/text/typed-text'
import type { TypedComment } from './form-state'
import type { ProblemCode, Problems, FormSubmission } from './types'
import {
  commentText,
  personsName,
  emailAddress,
  webAddress,
  unlessMissing,
  allRead,
  shortLine,
  honeypotOf,
} from './fields'

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
