import { z } from 'zod'
import { CommentStatus } from '@/lib/db/generated/enums'
import { queueFilters } from '../queue/schema'
import { viewNames } from '../queue/views/types'

/** Everything that a view has, as far as it has an end: what somebody decided grows while it is decided about. */
export const wholeView = z.object({
  status: z.enum(viewNames).exclude(['mine']),
  filters: queueFilters,
})

export const bulkWish = wholeView.extend({
  becomes: z.enum([...Object.values(CommentStatus), 'before']),
  /** When the view was looked at. */
  until: z.iso.datetime().transform((at) => new Date(at)),
})
