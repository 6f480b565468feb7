import { db } from '@/lib/db/client'
import { takenFor } from './impersonation'

/** Whom of the staff somebody could be taken for: a question ready to be asked, with the staff as it is now. */
export async function staffLookAlikes() {
  const people = await db.person.findMany({ select: { name: true, email: true } })
  // Whoever has been removed has no address; their name still stands under what they wrote.
  const staff = people.map(({ name, email }) => ({ name, email: email ?? '' }))
  return (who: { name: string; email: string }) => takenFor(who, staff)?.of
}
