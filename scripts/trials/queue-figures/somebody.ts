import { db } from '@/lib/db/client'
import type { StaffActor } from '@/lib/people/permissions'

/** One of the editors of made data, who has decided about many comments. */
export async function somebody(): Promise<StaffActor> {
  const { id, name, role } = await db.person.findFirstOrThrow({
    where: { role: 'editor' },
    orderBy: { id: 'asc' },
  })
  return { id, name, role }
}
