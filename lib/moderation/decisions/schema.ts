import { z } from 'zod'
import { CommentStatus } from '@/lib/db/generated/enums'
import { filledName, plainText } from '@/lib/kernel/text/typed-schema'
import { patternLimit, readPattern } from '@/lib/spam/words/pattern'
import { moderationLimits } from '../transitions'

export const commentStatus = z.enum(CommentStatus)

export const decision = z.object({
  commentId: z.guid().toLowerCase(),
  seen: commentStatus,
  becomes: commentStatus,
  /** The seal of the text that was read; left out where none was, as by an undo. */
  read: z.string().max(64).optional(),
  /** Takes back what the same person has just decided. */
  undoes: z.boolean().optional(),
  reason: plainText('reason', { characters: moderationLimits.reason }).optional(),
})
export type Decision = z.input<typeof decision>

/** A line of a word list that can be looked for. */
export const patternLine = z
  .string('form-broken')
  .pipe(filledName('pattern', { characters: patternLimit }))
  .superRefine((line, context) => {
    const read = readPattern(line)
    if (!read.ok) context.addIssue({ code: 'custom', message: read.refusal })
  })

// A place in the queue: the time and the id of the last comment of the page before.
const cursor = z.tuple([z.iso.datetime(), z.guid()])

export const pageWish = z.object({
  status: commentStatus,
  after: z.string().max(200).transform(readCursor).optional().catch(undefined),
  take: z.int().min(1).max(100).catch(25).default(25),
})
export interface PageWish {
  status: CommentStatus
  after?: string
  take?: number
}

export const writeCursor = (comment: { sentAt: Date; id: string }) =>
  Buffer.from(JSON.stringify([comment.sentAt.toISOString(), comment.id])).toString('base64url')

function readCursor(text: string) {
  try {
    const [sentAt, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { sentAt: new Date(sentAt), id }
  } catch {
    return undefined // the first page, then
  }
}
