import type { z } from 'zod'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { CommentStatus, type VerdictWord } from '@/lib/db/generated/enums'
import type { Statement } from '@/lib/i18n/statements/statement'
import { writePlace } from '@/lib/kernel/list-place'
import { ensure, type Actor } from '@/lib/people/permissions'
import { spamSettings } from '@/lib/spam/queries'
import { stateBefore, type StatusChange } from '../transitions'
import { pageWish, type PageWish } from '../decisions/schema'
import { textHash } from '../decisions/text-hash'
import { takenAway, type TakenAway } from '../decisions/removed-by-author'

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
export async function queuePage(
  actor: Actor,
  wish: PageWish,
): Promise<{ comments: QueuedComment[]; next?: string }> {
  ensure(actor, 'moderate comments')
  const read = pageWish.safeParse(wish)
  if (!read.success) return { comments: [] }
  const { take } = read.data
  const rows = await db.$queryRaw<Row[]>(pageStatement(read.data))
  const comments = rows.slice(0, take).map(asQueued)
  return {
    comments,
    next:
      rows.length > take ? writePlace({ at: comments.at(-1)!.sentAt, id: comments.at(-1)!.id }) : undefined,
  }
}

// Nobody moves a comment to and fro as often as this; and if somebody does, the last steps say enough.
const longestWay = 100

/** The statement behind a page of the queue: one more row than is shown tells whether there is a next page. */
export function pageStatement({ status, after, take }: z.output<typeof pageWish>): Prisma.Sql {
  const oldestFirst = status === 'pending'
  const beyond = after
    ? Prisma.sql`and (c.sent_at, c.id) ${oldestFirst ? Prisma.sql`>` : Prisma.sql`<`} (${after.at}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty
  const order = oldestFirst ? Prisma.sql`c.sent_at, c.id` : Prisma.sql`c.sent_at desc, c.id desc`
  return Prisma.sql`
    select c.id, c.status::text, c.name, c.email, c.url, c.text, ${textHash} as seal, c.locale, c.sent_at as "sentAt",
      json_build_object('id', c.chapter_id, 'title', coalesce(title.title, e.slug), 'locale', e.locale,
        'slug', e.slug, 'number', ch.number) as chapter,
      case when p.status = 'approved' then json_build_object('name', p.name, 'text', p.text)
        when p.id is not null then json_build_object('name', p.name, 'text', p.text, 'removed', true) end as parent,
      case when v.id is not null then json_build_object('checker', v.checker, 'verdict', v.verdict,
        'why', json_build_object('code', v.why, 'parameters', v.why_parameters)) end
        as verdict, v.at as "verdictAt",
      case when d.id is not null then json_build_object('to', d.to_status, 'by', d.by, 'rule', d.rule, 'reason', d.reason,
        'why', case when d.why is not null then json_build_object('code', d.why, 'parameters', d.why_parameters) end) end
        as "lastDecision", d.at as "decidedAt",
      ${takenAway} as "takenAway", t.ip, case when c.status in ('spam', 'trash') then coalesce((
        select json_agg(json_build_object('from', way.from_status, 'to', way.to_status, 'undoes', way.undoes) order by way.at, way.id)
        from (
          select * from moderation_decision where comment_id = c.id order by at desc, id desc
          limit ${longestWay}::int) way), '[]') end as way,
      c.edited_at as "editedAt", case when c.edited_at is not null then t.as_submitted->>'text' end as first,
      coalesce((
        select json_agg(json_build_object('rule', s.rule, 'verdict', s.verdict, 'ms', s.ms,
          'input', case when s.input is not null then json_build_object('code', s.input, 'parameters', s.input_parameters) end,
          'why', json_build_object('code', s.why, 'parameters', s.why_parameters)) order by s.place)
        from screening_step s where s.comment_id = c.id), '[]') as screening
    from comment c
    join edition e on e.id = c.edition_id
    join chapter ch on ch.id = c.chapter_id
    left join comment p on p.id = c.parent_id
    left join submission_trace t on t.comment_id = c.id
    left join lateral (
      select r.title from revision r left join publication pub on pub.revision_id = r.id
      where r.edition_id = e.id order by pub.revision_id nulls last, r.number desc limit 1) title on true
    left join lateral (
      select * from spam_verdict where comment_id = c.id and verdict <> 'unknown' order by at desc, id desc limit 1) v
      on true
    left join lateral (
      select m.*, person.name as by from moderation_decision m left join person on person.id = m.by_id
      where m.comment_id = c.id order by m.at desc, m.id desc limit 1) d on true
    where c.status = ${status}::comment_status ${beyond}
    order by ${order} limit ${take + 1}::int`
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
