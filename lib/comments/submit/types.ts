import type { AnswerRefusal } from '@/lib/captcha/challenge'
import type { StrayProblem } from '@/lib/kernel/text/typed-text'
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
  | `refused-${'email' | 'name' | 'address' | 'network' | 'link'}`
  | 'form-broken'
  | 'origin-foreign'
  | 'too-large'
  | 'unavailable'

export type Problems = FieldProblems<ProblemCode>

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
  typed: TypedComment
}

/** A read form and the address that it was posted to. */
export interface Submission extends FormSubmission {
  locale: string
  slug: string
}
