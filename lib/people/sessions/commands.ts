import { db } from '@/lib/db/client'

/** Every token of this person's, copies too, is worth nothing from now on. */
export const endAllSessions = (personId: string) =>
  db.person.update({
    where: { id: personId },
    data: { sessionVersion: { increment: 1 } },
    select: { id: true },
  })
