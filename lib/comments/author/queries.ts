import { db, type Tx } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { discussionNow } from '../discussion/queries'
import { erasedText, rulesOfAuthors } from './rules'
import { chapterPath } from '@/lib/i18n/paths'

export type Reach = 'this comment' | 'the address'

/** The comments that were written with the same e-mail address, letter for letter but for their case. */
export async function idsOfAddress(tx: Tx | typeof db, commentId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from comment
    where id = ${commentId}::uuid or email <> '' and lower(email) = (
      select lower(email) from comment where id = ${commentId}::uuid)
    order by id limit 5000`
  return rows.map(({ id }) => id)
}

/** A comment as its author sees it. */
export interface AuthorComment {
  id: string
  status: CommentStatus
  erased: boolean
  name: string
  email: string
  text: string
  sentAt: Date
  editedAt: Date | null
  chapter: { locale: string; slug: string; title: string }
  /** The staff has changed it: when last, and why. */
  staffEdit?: { at: Date; why: string | null; reason: string | null }
  /** May its author still change it? */
  changeable: boolean
  /** Until when a change needs no editor that an ordinary comment would not need. */
  changeUntil?: Date
  /** Why it is not shown, as far as its author is told. */
  decision?: { byAuthor: boolean; byPerson: boolean; reason: string | null }
  follow?: { confirmed: boolean; stopped: boolean; daily: boolean }
}

export async function commentOfAuthor(commentId: string): Promise<AuthorComment | undefined> {
  const comment = await db.comment.findUnique({
    where: { id: commentId },
    select: {
      id: true,
      status: true,
      name: true,
      email: true,
      text: true,
      sentAt: true,
      editedAt: true,
      follow: { select: { confirmedAt: true, stoppedAt: true, daily: true } },
      edition: {
        select: {
          locale: true,
          slug: true,
          publication: { select: { revision: { select: { title: true } } } },
        },
      },
      decisions: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
      edits: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { at: true, why: true, reason: true },
      },
    },
  })
  if (!comment) return undefined
  const { edition, follow, decisions, edits, ...rest } = comment
  const [last] = decisions
  const { editMinutes } = (await discussionNow()).settings
  const until = new Date(comment.sentAt.getTime() + editMinutes * 60_000)
  const changeable = editMinutes > 0 && ['pending', 'approved'].includes(comment.status)
  return {
    ...rest,
    erased: comment.text === erasedText && comment.email === '' && comment.name === '',
    chapter: {
      locale: edition.locale,
      slug: edition.slug,
      title: edition.publication?.revision.title ?? edition.slug,
    },
    staffEdit: edits[0],
    changeable,
    changeUntil: changeable && until.getTime() > Date.now() ? until : undefined,
    decision: last && {
      byAuthor: rulesOfAuthors.includes(last.rule ?? ''),
      byPerson: last.byId !== null,
      reason: last.reason,
    },
    follow: follow
      ? { confirmed: follow.confirmedAt !== null, stopped: follow.stoppedAt !== null, daily: follow.daily }
      : undefined,
  }
}

// Nobody of the staff changes a comment more often than this.
const mostEdits = 100

/**
 * Everything that is kept about a comment; about all with the same e-mail address only for whoever has a link that
 * was mailed to it: the link of a comment proves that comment, not an address.
 */
export async function authorData(commentId: string, siteUrl: string, reach: Reach = 'this comment') {
  const rows = await db.comment.findMany({
    where: { id: { in: reach === 'the address' ? await idsOfAddress(db, commentId) : [commentId] } },
    orderBy: { sentAt: 'asc' },
    include: {
      edition: { select: { locale: true, slug: true } },
      trace: true,
      follow: true,
      edits: { orderBy: [{ at: 'asc' }, { id: 'asc' }], take: mostEdits },
    },
  })
  return rows.map(({ edition, trace, follow, edits, ...row }) => ({
    name: row.name,
    email: row.email,
    website: row.url,
    text: row.text,
    language: row.locale,
    status: row.status,
    sentAt: row.sentAt,
    changedAt: row.editedAt,
    page: `${siteUrl}${chapterPath(edition.locale, edition.slug)}#comment-${row.id}`,
    mails: follow && {
      askedAt: follow.askedAt,
      confirmedAt: follow.confirmedAt,
      stoppedAt: follow.stoppedAt,
      onceADay: follow.daily,
    },
    changedByStaff: edits.map(({ at, before, after, why, reason }) => ({ at, before, after, why, reason })),
    sentFrom: trace && {
      address: trace.ip,
      browser: trace.userAgent,
      comingFrom: trace.referrer,
      keptUntil: trace.expiresAt,
      asSubmitted: trace.asSubmitted,
    },
  }))
}
