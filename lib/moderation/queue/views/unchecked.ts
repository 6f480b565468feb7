import { Prisma } from '@/lib/db/generated/client'
import type { View } from './view'

/** What waits and has had nobody's last word yet, oldest first. */
export const unchecked: View = {
  join: Prisma.sql`join unchecked_comment u on u.comment_id = c.id`,
  has: () => Prisma.sql`true`,
  place: { at: Prisma.sql`u.sent_at`, id: Prisma.sql`u.comment_id` },
  oldestFirst: true,
  isBySending: true,
  hasChapters: false,
}
