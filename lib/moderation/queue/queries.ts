import { disguisesIn } from '@/lib/comments/disguises/letters'
import type { Disguises } from '@/lib/comments/disguises/types'
import { db } from '@/lib/db/client'
import { CommentStatus, type VerdictWord } from '@/lib/db/generated/enums'
import type { Statement } from '@/lib/i18n/statements/statement'
import { uuidIn } from '@/lib/kernel/ids'
import { writePlace } from '@/lib/kernel/list-place'
import { ensure, type Actor } from '@/lib/people/permissions'
import { spamSettings } from '@/lib/spam/queries'
import { stateBefore, type StatusChange } from '../transitions'
import { pageWish, type PageWish } from '../decisions/schema'
import type { TakenAway } from '../decisions/removed-by-author'
import { endOfWalk } from './chosen-statement'
import { oneStatement, pageStatement } from './page-statement'
import { wantedBy } from './wanted'
import { wayFound } from './way-queries'

export interface QueuedComment {
  id: string
  status: CommentStatus
  name: string
  email: string
  url: string | null
  text: string
  /** Stands for the text in a decision about it. */
  seal: string
  /** Stands for name, website and text in an edit. */
  version: string
  /** Letters in it that look like others. */
  disguises: Disguises
  locale: string
  sentAt: Date
  chapter: { id: string; editionId: string; title: string; locale: string; slug: string; number: number }
  /** Written at the desk, by somebody of the staff. */
  byStaff: boolean
  /** It answered a comment that was deleted for good. */
  answersDeleted: boolean
  /** What it answers; `removed`: readers do not see that. */
  parent?: { name: string; text: string; removed?: true }
  /** Absent: not checked yet. */
  verdict?: { checker: string; verdict: VerdictWord; why: Statement; at: Date }
  lastDecision?: {
    to: CommentStatus
    by: string | null
    rule: string | null
    /** A person's own words. */
    reason: string | null
    /** What a rule says. */
    why: Statement | null
    at: Date
  }
  /** Of what lies in the spam or the trash: where it goes back to. */
  before?: CommentStatus
  /** Its author has changed it: when, and what was first submitted, as long as that is kept. */
  changed?: { at: Date; first?: string }
  /** Somebody of the staff has changed it: who was the last, and when. */
  edited?: { at: Date; by: string }
  /** Its author took it away, for good. */
  takenAway?: TakenAway
  /** Absent: erased. */
  ip?: string
  /** What each rule said, in their order; empty before the first screening. */
  screening: ScreeningStep[]
}

export interface ScreeningStep {
  rule: string
  verdict: string
  /** What it looked at; null: erased. */
  input: Statement | null
  why: Statement
  ms: number
}

/** How many comments stand in each status: counted when they change, and not here. */
export async function queueCounts(actor: Actor): Promise<Record<CommentStatus, number>> {
  ensure(actor, 'moderate comments')
  const rows = await db.commentCount.groupBy({ by: 'status', _sum: { count: true } })
  const count = (status: CommentStatus) => rows.find((row) => row.status === status)?._sum.count ?? 0
  return {
    pending: count('pending'),
    approved: count('approved'),
    spam: count('spam'),
    trash: count('trash'),
  }
}

/** A page of a view of the queue, in the view's order. */
export async function queuePage(actor: Actor, wish: PageWish): Promise<QueuePage> {
  ensure(actor, 'moderate comments')
  const read = pageWish.safeParse(wish)
  if (!read.success) return { comments: [] }
  const { take } = read.data
  const wanted = wantedBy(actor, read.data)
  const way = await wayFound(wanted)
  const rows = await db.$queryRaw<Row[]>(pageStatement(wanted, take, way))
  const comments = rows.slice(0, take).map(asQueued)
  if (rows.length > take) return { comments, next: placeOf(rows[take - 1]!) }
  if (way !== 'walk') return { comments }
  // Where this page stopped looking, if there are more behind it.
  const [end] = await db.$queryRaw<{ placeAt: Date; placeId: string }[]>(endOfWalk(wanted))
  return end ? { comments, next: placeOf(end), isPartial: true } : { comments }
}

/** One comment as it stands in the queue, wherever that is. */
export async function queuedComment(actor: Actor, given: unknown): Promise<QueuedComment | undefined> {
  ensure(actor, 'moderate comments')
  const id = uuidIn(given)
  const rows = id ? await db.$queryRaw<Row[]>(oneStatement(id)) : []
  return rows.map(asQueued)[0]
}

export interface QueuePage {
  comments: QueuedComment[]
  next?: string
  /** So many were looked at that the rest is left to the next page, however few were found. */
  isPartial?: true
}

const placeOf = ({ placeAt, placeId }: { placeAt: Date; placeId: string }) =>
  writePlace({ at: placeAt, id: placeId })

/** Which checker is at work, what it complains of, and how much it has not looked at yet. */
export async function spamCheckState(actor: Actor) {
  ensure(actor, 'moderate comments')
  const [settings, [waiting]] = await Promise.all([
    spamSettings(),
    db.$queryRaw<{ unchecked: number; oldest: Date | null }[]>`
      select count(*)::int as unchecked, min(sent_at) as oldest from unchecked_comment`,
  ])
  return { ...settings, unchecked: waiting!.unchecked, oldestUncheckedAt: waiting!.oldest ?? undefined }
}

interface Row extends Omit<
  QueuedComment,
  'parent' | 'verdict' | 'lastDecision' | 'takenAway' | 'changed' | 'edited' | 'disguises' | 'ip' | 'before'
> {
  placeAt: Date
  placeId: string
  way: StatusChange[] | null
  parent: QueuedComment['parent'] | null
  verdict: Omit<NonNullable<QueuedComment['verdict']>, 'at'> | null
  verdictAt: Date | null
  lastDecision: Omit<NonNullable<QueuedComment['lastDecision']>, 'at'> | null
  decidedAt: Date | null
  takenAway: TakenAway | null
  editedAt: Date | null
  staffEditedAt: Date | null
  staffEditedBy: string | null
  first: string | null
  ip: string | null
}

const asQueued = ({
  parent,
  verdict,
  verdictAt,
  lastDecision,
  decidedAt,
  takenAway,
  editedAt,
  staffEditedAt,
  staffEditedBy,
  first,
  ip,
  way,
  placeAt: _at,
  placeId: _id,
  ...comment
}: Row): QueuedComment => ({
  ...comment,
  disguises: disguisesIn([comment.name, comment.url ?? '', comment.text]),
  edited: staffEditedAt && staffEditedBy !== null ? { at: staffEditedAt, by: staffEditedBy } : undefined,
  parent: parent ?? undefined,
  verdict: verdict && verdictAt ? { ...verdict, at: verdictAt } : undefined,
  lastDecision: lastDecision && decidedAt ? { ...lastDecision, at: decidedAt } : undefined,
  changed: editedAt && takenAway !== 'erased' ? { at: editedAt, first: first ?? undefined } : undefined,
  takenAway: takenAway ?? undefined,
  ip: ip ?? undefined,
  before: way ? stateBefore(way) : undefined,
})
