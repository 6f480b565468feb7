import { db } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { decideEach } from '@/lib/moderation/decisions/commands'
import type { Decision } from '@/lib/moderation/decisions/schema'
import { mayBecome, moderationLimits } from '@/lib/moderation/transitions'
import type { StaffActor } from '@/lib/people/permissions'

const statuses: readonly CommentStatus[] = ['pending', 'approved', 'spam', 'trash']

interface Row {
  id: string
  status: CommentStatus
}

/** So many decisions about comments of every status, sent as the desk sends them. Answers how many were made. */
export async function randomDecisions(editor: StaffActor, count: number): Promise<number> {
  const rows: Row[] = []
  for (const status of statuses)
    rows.push(
      ...(await db.$queryRaw<Row[]>`
        select id, status::text from comment where status = ${status}::comment_status
        order by sent_at desc limit ${Math.ceil(count / statuses.length)}::int`),
    )
  let decided = 0
  for (let from = 0; from < rows.length && decided < count; from += moderationLimits.atOnce) {
    const wishes = rows.slice(from, from + moderationLimits.atOnce).map(randomly)
    const outcomes = await decideEach(editor, wishes, (error) => {
      throw error
    })
    decided += outcomes.filter(({ ok }) => ok).length
  }
  return decided
}

function randomly({ id: commentId, status: seen }: Row): Decision {
  const possible = statuses.filter((one) => mayBecome(seen, one))
  return { commentId, seen, becomes: possible[Math.floor(Math.random() * possible.length)]! }
}
