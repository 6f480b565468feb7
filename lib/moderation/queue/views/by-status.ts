import { Prisma } from '@/lib/db/generated/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import type { View } from './view'

/** What waits, oldest first; the rest, newest first. */
export const byStatus = (status: CommentStatus): View => ({
  join: Prisma.empty,
  has: () => Prisma.sql`c.status = ${status}::comment_status`,
  place: { at: Prisma.sql`c.sent_at`, id: Prisma.sql`c.id` },
  oldestFirst: status === 'pending',
  isBySending: true,
  hasChapters: true,
})
