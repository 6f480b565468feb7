import type { CommentStatus } from '@/lib/db/generated/enums'

/** The views of the queue, in the order in which the desk shows them. Each has its file here and its line in `list.ts`. */
export const viewNames = ['pending', 'unchecked', 'approved', 'spam', 'trash', 'mine'] as const
export type ViewName = (typeof viewNames)[number]

const statuses: Record<ViewName, CommentStatus | undefined> = {
  pending: 'pending',
  unchecked: 'pending',
  approved: 'approved',
  spam: 'spam',
  trash: 'trash',
  mine: undefined,
}

/** Where all comments of a view stand; undefined: each where it does. */
export const statusOfView = (view: ViewName): CommentStatus | undefined => statuses[view]
