import type { Locale } from '@/lib/i18n/locales'
import type { Problem } from '@/lib/i18n/words'

/** What was typed and can safely be shown again. */
export interface TypedComment {
  comment: string
  author: string
  email: string
  url: string
}

/** What is wrong with the fields of the form, as a code or in words. */
export type FieldProblems<What> = Partial<
  Record<'comment' | 'author' | 'email' | 'url' | 'answer' | 'form', What>
>

export interface Sum {
  token: string
  /** As it is seen: 'three + 5'. */
  question: string
  /** As it is said: 'three plus 5'. */
  spoken: string
}

interface Kept {
  typed: TypedComment
  challenge: Sum
  submissionKey: string
  /** The comment that is answered, and who wrote it if we know. */
  parent?: string
  parentName?: string
  /** Wants to be told by mail. */
  follow?: boolean
  /** Wants name and addresses kept in the browser. */
  remember?: boolean
}

export type FormState =
  | { status: 'blank' }
  | ({ status: 'reply' } & Kept)
  | ({ status: 'sum' } & Kept)
  | ({ status: 'problems'; problems: FieldProblems<Problem> } & Kept)
  | ({ status: 'preview' } & Kept)
  /** `link`: the page on which the commenter sees what becomes of it. */
  | { status: 'received'; link?: string }
  /** `typed`: what somebody was writing when it was closed. */
  | { status: 'closed'; typed?: TypedComment }

/** What the discussion settings make of the form. */
export interface FormRules {
  nameAndEmailRequired: boolean
  websiteField: boolean
  consentBox: boolean
  /** May the commenter ask to be told by mail? */
  follow: boolean
  /** Are comments sent to Akismet to be checked? */
  akismet: boolean
}

/** "Leave a Reply" of a chapter, in the state it is in. */
export interface CommentFormProps {
  locale: Locale
  chapterId: string
  /** Where it is posted to: the chapter's path and '/comments'. */
  action: string
  state: FormState
  rules?: FormRules
}

export const usualFormRules: FormRules = {
  nameAndEmailRequired: true,
  websiteField: true,
  consentBox: true,
  follow: false,
  akismet: true,
}
