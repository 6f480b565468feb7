import { z } from 'zod'
import { commentText, personsName, unlessMissing, webAddress } from '@/lib/comments/submit/fields'
import { editReasonCodes } from '@/lib/i18n/statements/codes'
import { optional, plainText } from '@/lib/kernel/text/typed-schema'
import { moderationLimits } from '../transitions'

// What is wrong with a field is told by a code of its own where the desk knows other limits under the same name.
const renamed: Record<string, string> = { 'name-long': 'commenter-long', 'url-long': 'website-long' }

const field = (read: (typed: string) => { text: string } | { problem: string }) =>
  z.string('form-broken').transform((typed, context) => {
    const one = read(typed)
    if ('text' in one) return one.text
    context.addIssue({ code: 'custom', message: renamed[one.problem] ?? one.problem, continue: true })
    return ''
  })

/** What somebody of the staff makes of a comment. */
export const commentEdit = z.object({
  commentId: z.guid().toLowerCase(),
  /** Stands for what was read: name, website and text. */
  version: z.string().max(64),
  name: field((typed) => unlessMissing(personsName(typed), false)),
  url: field(webAddress).transform((url) => url || null),
  text: field(commentText),
  why: optional(z.enum(editReasonCodes, 'choice-wrong')),
  // Of what is typed nothing may be left.
  reason: optional(plainText('reason', { characters: moderationLimits.reason })).transform(
    (said) => said || undefined,
  ),
})

export const undoneEdit = z.object({ editId: z.guid().toLowerCase() })

/** What an edit keeps of a comment. */
export const keptContent = z.object({ name: z.string(), url: z.string().nullable(), text: z.string() })
export type CommentContent = z.output<typeof keptContent>

const contentNames = ['name', 'url', 'text'] as const

/** Which of the three an edit has changed. */
export const changedIn = (before: CommentContent, after: CommentContent) =>
  contentNames.filter((name) => before[name] !== after[name])
