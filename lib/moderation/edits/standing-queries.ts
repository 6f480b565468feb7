import type { Tx } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { takenAway, type TakenAway } from '../decisions/removed-by-author'
import type { CommentContent } from './schema'
import { commentVersion } from './version'

/** A comment as it stands, locked, and who has changed it last. */
export interface StandingComment extends CommentContent {
  chapterId: string
  status: CommentStatus
  version: string
  away: TakenAway | null
  staffId: string | null
  editedAt: Date | null
  editId: string | null
  undoesId: string | null
  editorId: string | null
  editor: string | null
  editAt: Date | null
}

export async function standingComment(tx: Tx, commentId: string): Promise<StandingComment | undefined> {
  await tx.$executeRaw`select from comment where id = ${commentId}::uuid for update`
  // Another statement: it sees what those have done for whom the first has waited.
  const [row] = await tx.$queryRaw<StandingComment[]>`
    select c.chapter_id as "chapterId", c.status::text as status, c.name, c.url, c.text, ${commentVersion} as version,
      ${takenAway} as away, c.staff_id as "staffId", c.edited_at as "editedAt",
      e.id as "editId", e.undoes_id as "undoesId", e.by_id as "editorId", person.name as editor, e.at as "editAt"
    from comment c
    left join lateral (
      select * from comment_edit m where m.comment_id = c.id order by m.at desc, m.id desc limit 1) e on true
    left join person on person.id = e.by_id
    where c.id = ${commentId}::uuid`
  return row
}

/** Somebody has changed it meanwhile: who, of the staff or its author (null), and when. */
export interface EditedSince {
  ok: false
  refusal: 'edited-since'
  by: string | null
  at: Date | null
}

export function editedSince({ editedAt, editor, editAt }: StandingComment): EditedSince {
  const byStaff = editAt !== null && (editedAt === null || editAt > editedAt)
  return {
    ok: false,
    refusal: 'edited-since',
    by: byStaff ? editor : null,
    at: byStaff ? editAt : editedAt,
  }
}
