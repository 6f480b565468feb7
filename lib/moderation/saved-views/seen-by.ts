import type { Actor } from '@/lib/people/permissions'

/** Everybody's, and one's own. */
export const seenBy = (actor: Actor) => [
  { ownerId: null },
  ...(actor.role === 'system' ? [] : [{ ownerId: actor.id }]),
]
