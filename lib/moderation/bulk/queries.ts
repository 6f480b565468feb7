import { z } from 'zod'
import { db } from '@/lib/db/client'
import type { BulkDecision, Prisma } from '@/lib/db/generated/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { uuidIn } from '@/lib/kernel/ids'
import { ensure, type Actor } from '@/lib/people/permissions'
import { longestWalk } from '../queue/chosen-statement'
import { countUpTo } from '../queue/count-queries'
import { queuePage } from '../queue/queries'
import { keptView, queueFilters } from '../queue/schema'
import { zoneOf } from '../queue/wanted'
import { wholeView } from './schema'
import { bulkLimits, statesAtWork, type BulkProgress } from './types'
import { wantedUntil } from './wanted-until'

const samples = 3
const day = 24 * 60 * 60_000
const hour = 60 * 60_000

/** What a decision about a whole view would be about: how many there are by now, and the first of them. */
export async function bulkPreview(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  const read = wholeView.safeParse(given)
  if (!read.success) return undefined
  const { status, filters } = read.data
  const [clock] = await db.$queryRaw<{ now: Date }[]>`select now()`
  const until = clock!.now
  const wanted = wantedUntil(actor, { view: status, filters, zone: zoneOf(actor), until })
  const [found, { comments }] = await Promise.all([
    countUpTo(wanted, { most: bulkLimits.counted, walk: longestWalk }),
    queuePage(actor, { status, filters, take: samples }),
  ])
  return { found, samples: comments, until }
}

/** What is at work, whoever began it, and what of the person's own has ended within the last hour. */
export async function bulkInSight(actor: Actor): Promise<BulkProgress[]> {
  ensure(actor, 'moderate comments')
  const now = Date.now()
  const own = actor.role === 'system' ? undefined : actor.id
  const rows = await db.bulkDecision.findMany({
    where: {
      startedAt: { gte: new Date(now - day) },
      OR: [
        { state: { in: statesAtWork } },
        ...(own ? [{ byId: own, settledAt: { gte: new Date(now - hour) } }] : []),
      ],
    },
    include: names,
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: bulkLimits.atOnce,
  })
  return rows.map(asProgress)
}

/** One of them. */
export async function bulkDecision(actor: Actor, given: unknown): Promise<BulkProgress | undefined> {
  ensure(actor, 'moderate comments')
  const id = uuidIn(given)
  const row = id && (await db.bulkDecision.findUnique({ where: { id }, include: names }))
  return row ? asProgress(row) : undefined
}

/** A comment that was left out, and how it stands now. */
export interface LeftOut {
  commentId: string
  ofUndo: boolean
  refusal: string
  name: string
  text: string
  status: CommentStatus
  /** Who decided about it last, and when. */
  by: string | null
  rule: string | null
  at: Date | null
}

const onAPage = 50
// Enough to know which comment it is.
const excerpt = 200

const leftOutWish = z.object({
  id: z.guid(),
  ofUndo: z.boolean().catch(false),
  after: z.guid().optional().catch(undefined),
})

/** Those that were left out, page by page. */
export async function leftOut(
  actor: Actor,
  given: { id: string; ofUndo?: boolean; after?: string },
): Promise<{ rows: LeftOut[]; next?: string }> {
  ensure(actor, 'moderate comments')
  const read = leftOutWish.safeParse(given)
  if (!read.success) return { rows: [] }
  const { id, ofUndo, after } = read.data
  const rows = await db.$queryRaw<LeftOut[]>`
    select r.comment_id as "commentId", r.of_undo as "ofUndo", r.refusal, c.name, left(c.text, ${excerpt}::int) as text,
      c.status::text, person.name as by, d.rule, d.at
    from bulk_refusal r
    join comment c on c.id = r.comment_id
    left join lateral (
      select * from moderation_decision m where m.comment_id = c.id order by m.at desc, m.id desc limit 1) d on true
    left join person on person.id = d.by_id
    where r.bulk_id = ${id}::uuid and r.of_undo = ${ofUndo} and (${after ?? null}::uuid is null or r.comment_id > ${after ?? null}::uuid)
    order by r.comment_id limit ${onAPage + 1}::int`
  const shown = rows.slice(0, onAPage)
  return { rows: shown, next: rows.length > onAPage ? shown.at(-1)!.commentId : undefined }
}

const names = {
  by: { select: { id: true, name: true } },
  undoneBy: { select: { name: true } },
} satisfies Prisma.BulkDecisionInclude

type Row = BulkDecision & { by: { id: string; name: string }; undoneBy: { name: string } | null }

const asProgress = ({ view, filters, becomes, settledAt, undoneBy, ...row }: Row): BulkProgress => ({
  id: row.id,
  view: keptView.parse(view),
  filters: queueFilters.parse(filters),
  becomes: becomes ?? undefined,
  state: row.state,
  total: row.total,
  decided: row.decided,
  refused: row.refused,
  undone: row.undone,
  left: row.left,
  by: row.by,
  startedAt: row.startedAt,
  settledAt: settledAt ?? undefined,
  undoneBy: undoneBy?.name,
})
