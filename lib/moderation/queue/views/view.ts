import type { Prisma } from '@/lib/db/generated/client'

/** Which comments (`comment c`) a view has, and in which order. An index gives both, so that a page is read and no more. */
export interface View {
  /** What else is looked at, joined to `c`; empty: nothing. */
  join: Prisma.Sql
  /** Which of them; `person`: who looks. */
  has: (person: string | undefined) => Prisma.Sql
  /** The place of a comment in the order: a time, and what tells two of the same time apart. */
  place: { at: Prisma.Sql; id: Prisma.Sql }
  oldestFirst: boolean
  /** Is the order that in which they were sent? Then a span of time, and a chapter of a status, are a part of the index. */
  isBySending: boolean
  /** Is the index of chapters one of this view, too? */
  hasChapters: boolean
}
