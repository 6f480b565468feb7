import { z } from 'zod'
import { CommentStatus } from '@/lib/db/generated/enums'
import { listPlace } from '@/lib/kernel/list-place'
import { filledName, plainText } from '@/lib/kernel/text/typed-schema'
import { patternLimit, readPattern } from '@/lib/spam/words/pattern'
import { queueFilters } from '../queue/schema'
import { viewNames, type ViewName } from '../queue/views/types'
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

export const pageWish = z.object({
  /** Which view of the queue. */
  status: z.enum(viewNames),
  after: listPlace,
  take: z.int().min(1).max(100).catch(25).default(25),
  filters: queueFilters.catch({}).default({}),
})
export interface PageWish {
  status: ViewName
  after?: string
  take?: number
  filters?: z.input<typeof queueFilters>
}
