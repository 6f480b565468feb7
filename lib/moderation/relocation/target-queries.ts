import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { discussionSettings } from '@/lib/comments/discussion/queries'

export interface Target {
  editionId: string
  chapterId: string
}
export type TargetProblem = 'target-missing' | 'target-withdrawn' | 'target-unpublished' | 'target-closed'

/** What stands against an edition `e` of a chapter `c`, with its publication `p`, if anything does. */
export const againstTarget = (closeAfterDays: number) => Prisma.sql`case
  when p.withdrawn_at is not null then 'target-withdrawn'
  when p.publish_at is null or p.publish_at > now() then 'target-unpublished'
  when c.comments_closed or (${closeAfterDays}::int > 0
    and p.publish_at + ${closeAfterDays}::int * interval '1 day' <= now()) then 'target-closed' end`

/**
 * The edition that a comment is to stand on, held as it is until the transaction ends: it is withdrawn or closed before,
 * which is seen here, or after.
 */
export async function lockedTarget(
  tx: Tx,
  editionId: string,
): Promise<(Target & { problem: TargetProblem | null }) | undefined> {
  const { closeAfterDays } = await discussionSettings()
  await tx.$executeRaw`
    select from edition e join chapter c on c.id = e.chapter_id where e.id = ${editionId}::uuid for share of e, c`
  const [row] = await tx.$queryRaw<(Target & { problem: TargetProblem | null })[]>`
    select e.id as "editionId", e.chapter_id as "chapterId", ${againstTarget(closeAfterDays)} as problem
    from edition e join chapter c on c.id = e.chapter_id left join publication p on p.edition_id = e.id
    where e.id = ${editionId}::uuid`
  return row
}
