import type { Tx } from '@/lib/db/client'
import { takenAway, type TakenAway } from '../decisions/removed-by-author'
import { mostMoved } from './schema'

export interface Movable {
  chapterId: string
  editionId: string
  away: TakenAway | null
  /** The comment itself and everything that answers it. */
  ids: string[]
  isTooLong: boolean
}

/**
 * A comment with all its answers, locked: whoever is answering one of them at this moment is waited for, and comes along.
 * Who answers later waits until they have moved.
 */
export async function lockedThread(tx: Tx, commentId: string): Promise<Movable | undefined> {
  let ids = [commentId]
  for (;;) {
    await tx.$executeRaw`select from comment where id = any (${ids}::uuid[]) order by id for update`
    const found = await withAnswers(tx, commentId)
    if (found.length === 0) return undefined
    const isTooLong = found.length > mostMoved
    if (isTooLong || found.every((id) => ids.includes(id))) {
      const [row] = await tx.$queryRaw<Omit<Movable, 'ids' | 'isTooLong'>[]>`
        select c.chapter_id as "chapterId", c.edition_id as "editionId", ${takenAway} as away
        from comment c where c.id = ${commentId}::uuid`
      return row && { ...row, ids: found, isTooLong }
    }
    ids = found
  }
}

async function withAnswers(tx: Tx, commentId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive below as (
      select id from comment where id = ${commentId}::uuid
      union
      select c.id from below join comment c on c.parent_id = below.id)
    select id from below limit ${mostMoved + 1}::int`
  return rows.map(({ id }) => id)
}
