import { Prisma } from '@/lib/db/generated/client'

/** Stands for a comment's text (of `comment c`): who decides about a comment says which text they have read. */
export const textHash = Prisma.sql`left(encode(sha256(convert_to(c.text, 'UTF8')), 'hex'), 32)`
