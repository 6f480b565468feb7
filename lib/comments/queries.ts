import { z } from 'zod'
import { db } from '@/lib/db/client'
import type { Locale } from '@/lib/i18n/locales'
import { threadPageLength } from './rules'

/** A comment as readers see it: never an e-mail address, never where it came from. */
export interface PublishedComment {
  id: string
  parentId: string | null
  name: string
  url: string | null
  text: string
  locale: string
  sentAt: Date
}

export interface ThreadPage {
  comments: PublishedComment[]
  /** Those who are answered here and whose comment is on another page. */
  answered: { id: string; name: string }[]
  total: number
  page: number
  pages: number
}

const shownColumns = {
  ...{ id: true, parentId: true, name: true, url: true, text: true, locale: true, sentAt: true },
} as const

/**
 * A page of a chapter's approved comments, in the order in which they came: a comment that comes later stands on
 * the last page and moves nothing. Nothing when there is no such page; the first is always there.
 */
export async function publishedThread(chapterId: string, page = 1): Promise<ThreadPage | undefined> {
  if (!z.guid().safeParse(chapterId).success) return undefined
  const where = { chapterId, status: 'approved' } as const
  const total = await db.comment.count({ where })
  const pages = Math.max(1, Math.ceil(total / threadPageLength))
  if (page < 1 || page > pages) return undefined
  const comments = await db.comment.findMany({
    where,
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    select: shownColumns,
    skip: (page - 1) * threadPageLength,
    take: threadPageLength,
  })
  const here = new Set(comments.map(({ id }) => id))
  const elsewhere = comments.flatMap(({ parentId }) => (parentId && !here.has(parentId) ? [parentId] : []))
  const answered =
    elsewhere.length === 0
      ? []
      : await db.comment.findMany({
          where: { ...where, id: { in: elsewhere } },
          select: { id: true, name: true },
        })
  return { comments, answered, total, page, pages }
}

/** On which page of its chapter's thread an approved comment stands. */
export async function pageOfComment(locale: Locale, slug: string, id: string): Promise<number | undefined> {
  const [found] = await db.$queryRaw<{ before: number }[]>`
    select (select count(*) from comment b
            where b.chapter_id = c.chapter_id and b.status = 'approved'
              and (b.sent_at, b.id) < (c.sent_at, c.id))::int as before
    from comment c join published_edition p on p.chapter_id = c.chapter_id
    where c.id = ${id}::uuid and c.status = 'approved' and p.locale = ${locale} and p.slug = ${slug}`
  return found && Math.floor(found.before / threadPageLength) + 1
}

/** The newest approved comments of a chapter, newest first. */
export const newestComments = (chapterId: string, take = 20): Promise<PublishedComment[]> =>
  db.comment.findMany({
    where: { chapterId, status: 'approved' },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    select: shownColumns,
    take,
  })
