import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { uuidIn } from '@/lib/kernel/ids'
import { ensure, type Actor } from '@/lib/people/permissions'

const select = { id: true, name: true, text: true, status: true, locale: true, sentAt: true } as const
export type Neighbour = Prisma.CommentGetPayload<{ select: typeof select }>

/** What stands around a comment in its thread, whatever has been decided about it. */
export interface ThreadAround {
  parent?: Neighbour
  /** Other answers to the same comment: the nearest before it and behind it. */
  beside: Neighbour[]
  /** The first answers to it. */
  answers: Neighbour[]
}

const nearest = 3
const firstAnswers = 10

/** The thread around a comment, a few to each side. */
export async function threadAround(actor: Actor, given: unknown): Promise<ThreadAround> {
  ensure(actor, 'moderate comments')
  const id = uuidIn(given)
  const comment = id
    ? await db.comment.findUnique({
        where: { id },
        select: { id: true, sentAt: true, parentId: true, deletedParent: true },
      })
    : null
  if (!comment) return { beside: [], answers: [] }
  const { sentAt, deletedParent } = comment
  // What it answered is gone: that it stands below another comment since makes it no answer to that.
  const parentId = deletedParent ? null : comment.parentId
  const others = (side: 'lt' | 'gt') =>
    parentId === null
      ? []
      : db.comment.findMany({
          select,
          where: { parentId, OR: [{ sentAt: { [side]: sentAt } }, { sentAt, id: { [side]: comment.id } }] },
          orderBy: side === 'lt' ? [{ sentAt: 'desc' }, { id: 'desc' }] : [{ sentAt: 'asc' }, { id: 'asc' }],
          take: nearest,
        })
  const [parent, before, behind, answers] = await Promise.all([
    parentId === null ? null : db.comment.findUnique({ select, where: { id: parentId } }),
    others('lt'),
    others('gt'),
    db.comment.findMany({
      select,
      where: { parentId: comment.id },
      orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
      take: firstAnswers,
    }),
  ])
  return { parent: parent ?? undefined, beside: [...before.toReversed(), ...behind], answers }
}
