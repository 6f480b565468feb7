import { Prisma } from '@/lib/db/generated/client'
import type { View } from './view'

/** What somebody has decided, the newest first; each comment once, at its last decision by them. */
export const mine: View = {
  join: Prisma.sql`join moderation_decision own on own.comment_id = c.id`,
  has: (person) => Prisma.sql`
    own.by_id = ${person ?? null}::uuid and not exists (
      select from moderation_decision later where later.comment_id = own.comment_id and later.by_id = own.by_id
        and (later.at, later.id) > (own.at, own.id))`,
  place: { at: Prisma.sql`own.at`, id: Prisma.sql`own.id` },
  oldestFirst: false,
  isBySending: false,
  hasChapters: false,
}
