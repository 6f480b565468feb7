import { z } from 'zod'
import { db } from '@/lib/db/client'
import { CommentStatus, type VerdictWord } from '@/lib/db/generated/enums'
import type { Statement } from '@/lib/i18n/statements/statement'
import { writePlace } from '@/lib/kernel/list-place'
import { ensure, type Actor } from '@/lib/people/permissions'
import { spamSettings } from '@/lib/spam/queries'
import { stateBefore, type StatusChange } from '../transitions'
import { pageWish, type PageWish } from '../decisions/schema'
import type { TakenAway } from '../decisions/removed-by-author'
import { narrowFilters } from './filter-statement'
import type { QueueFilters } from './schema'
import { endOfWalk, pageStatement, type Way } from './page-statement'

export interface QueuedComment {
  id: string
  status: CommentStatus
  name: string
  email: string
  url: string | null
  text: string
  /** Stands for the text in a decision about it. */
  seal: string
  locale: string
  sentAt: Date
  chapter: { id: string; title: string; locale: string; slug: string; number: number }
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

/** A page of the queue: what waits, oldest first; the rest, newest first. */
export async function queuePage(actor: Actor, wish: PageWish): Promise<QueuePage> {
  ensure(actor, 'moderate comments')
  const read = pageWish.safeParse(wish)
  if (!read.success) return { comments: [] }
  const { take } = read.data
  const way = await wayFor(read.data.filters)
  const rows = await db.$queryRaw<Row[]>(pageStatement(read.data, way))
  const comments = rows.slice(0, take).map(asQueued)
  if (rows.length > take) return { comments, next: placeOf(comments.at(-1)!) }
  if (way !== 'walk') return { comments }
  // Where this page stopped looking, if there are more behind it.
  const [end] = await db.$queryRaw<{ id: string; sentAt: Date }[]>(endOfWalk(read.data))
  return end ? { comments, next: placeOf(end), isPartial: true } : { comments }
}

export interface QueuePage {
  comments: QueuedComment[]
  next?: string
  /** So many were looked at that the rest is left to the next page, however few were found. */
  isPartial?: true
}

const placeOf = ({ sentAt, id }: { sentAt: Date; id: string }) => writePlace({ at: sentAt, id })

// Comments that are found one by one are found whole, up to this many; what fits more is met soon by going through them.
const fewEnough = 5_000

async function wayFor(filters: QueueFilters): Promise<Way> {
  const narrow = narrowFilters(filters)
  for (const { count, ids } of narrow) {
    const [row] = await db.$queryRaw<{ count: number }[]>`select ${count(fewEnough + 1)} as count`
    if (row!.count <= fewEnough) return ids
  }
  // Chapters have an index of their own.
  return narrow.length > 0 || filters.locale ? 'walk' : 'order'
}

/** What a chapter is called in the first of its languages that is public, or was made. */
export async function titleOfChapter(actor: Actor, chapterId: string): Promise<string | undefined> {
  ensure(actor, 'moderate comments')
  const read = z.guid().safeParse(chapterId)
  if (!read.success) return undefined
  const [row] = await db.$queryRaw<{ title: string }[]>`
    select coalesce(r.title, e.slug) as title from edition e
    left join publication p on p.edition_id = e.id
    left join lateral (
      select title from revision where id = p.revision_id or edition_id = e.id
      order by id = p.revision_id desc nulls last, number desc limit 1) r on true
    where e.chapter_id = ${read.data}::uuid order by p.edition_id nulls last, e.id limit 1`
  return row?.title
}

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
  'parent' | 'verdict' | 'lastDecision' | 'takenAway' | 'changed' | 'ip' | 'before'
> {
  way: StatusChange[] | null
  parent: QueuedComment['parent'] | null
  verdict: Omit<NonNullable<QueuedComment['verdict']>, 'at'> | null
  verdictAt: Date | null
  lastDecision: Omit<NonNullable<QueuedComment['lastDecision']>, 'at'> | null
  decidedAt: Date | null
  takenAway: TakenAway | null
  editedAt: Date | null
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
  first,
  ip,
  way,
  ...comment
}: Row): QueuedComment => ({
  ...comment,
  parent: parent ?? undefined,
  verdict: verdict && verdictAt ? { ...verdict, at: verdictAt } : undefined,
  lastDecision: lastDecision && decidedAt ? { ...lastDecision, at: decidedAt } : undefined,
  changed: editedAt && takenAway !== 'erased' ? { at: editedAt, first: first ?? undefined } : undefined,
  takenAway: takenAway ?? undefined,
  ip: ip ?? undefined,
  before: way ? stateBefore(way) : undefined,
})
