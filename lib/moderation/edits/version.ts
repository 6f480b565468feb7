import { Prisma } from '@/lib/db/generated/client'

/** Stands for name, website and text of a comment (`comment c`): who edits says what they have read. */
export const commentVersion = Prisma.sql`left(encode(sha256(convert_to(
  c.name || chr(10) || coalesce(c.url, '') || chr(10) || c.text, 'UTF8')), 'hex'), 32)`
